#pragma once
typedef unsigned int vm_inherit_t;
enum { VM_INHERIT_SHARE, VM_INHERIT_COPY, VM_INHERIT_NONE, VM_INHERIT_DONATE_COPY };
#define VM_INHERIT_DEFAULT ((vm_inherit_t)VM_INHERIT_COPY)
#define VM_INHERIT_LAST_VALID VM_INHERIT_NONE
