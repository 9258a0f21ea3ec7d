/* A counting semaphore over a word and futex, on one thread: each signal adds one and asks the kernel to wake, each wait takes one. */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_int count;

static void signal_one(void) {
    atomic_fetch_add(&count, 1);
    syscall(SYS_futex, &count, FUTEX_WAKE_PRIVATE, 1, 0, 0, 0);
}

static void wait_one(void) {
    int found = atomic_load(&count);
    for (;;) {
        if (found == 0) {
            syscall(SYS_futex, &count, FUTEX_WAIT_PRIVATE, 0, 0, 0, 0);
            found = atomic_load(&count);
        } else if (atomic_compare_exchange_weak(&count, &found, found - 1)) {
            return;
        }
    }
}

/* Nanoseconds that the pairs of signal and wait took together; negative when the count is wrong afterwards. */
double futex_semaphore(long rounds) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < rounds; i++) {
        signal_one();
        wait_one();
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return atomic_load(&count) == 0 ? (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec) : -1;
}
