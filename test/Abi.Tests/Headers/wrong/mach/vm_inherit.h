#pragma once
typedef int vm_inherit_t;
enum { VM_INHERIT_SHARE, VM_INHERIT_COPY, VM_INHERIT_NONE = 7 };
#define VM_INHERIT_DEFAULT VM_INHERIT_SHARE
#define VM_INHERIT_LAST_VALID -2
