// The longest state of a thread, in words of 32 bits.
#ifndef THREAD_STATE_MAX
#if defined(__x86_64__) || defined(__i386__)
#define THREAD_STATE_MAX 614
#else
#define THREAD_STATE_MAX 1296
#endif
#endif
