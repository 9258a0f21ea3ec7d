#pragma once
#error "this one cannot be compiled"
