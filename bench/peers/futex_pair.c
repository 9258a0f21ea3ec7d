/* Two threads that hand a 64-byte message to and fro through shared memory and sleep in futex: the floor of a round trip on one CPU. */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

struct slot {
    _Alignas(128) atomic_int full;
    _Alignas(64) uint64_t words[8];
};

struct pair {
    struct slot request, reply;
    long rounds;
    int cpu;
};

static void pin(int cpu) {
    cpu_set_t set;
    if (cpu < 0)
        return;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    sched_setaffinity(0, sizeof set, &set);
}

static void put(struct slot *slot, const uint64_t *words) {
    memcpy(slot->words, words, sizeof slot->words);
    atomic_store(&slot->full, 1);
    syscall(SYS_futex, &slot->full, FUTEX_WAKE_PRIVATE, 1, 0, 0, 0);
}

static void take(struct slot *slot, uint64_t *words) {
    while (!atomic_load(&slot->full))
        syscall(SYS_futex, &slot->full, FUTEX_WAIT_PRIVATE, 0, 0, 0, 0);
    memcpy(words, slot->words, sizeof slot->words);
    atomic_store(&slot->full, 0);
}

static void *serve(void *argument) {
    struct pair *pair = argument;
    uint64_t words[8];
    pin(pair->cpu);
    for (long i = 0; i < pair->rounds; i++) {
        take(&pair->request, words);
        words[0]++;
        put(&pair->reply, words);
    }
    return 0;
}

/* Nanoseconds that the round trips took together; negative when no thread could be made. Both threads run on the given CPU. */
double futex_pair(long rounds, int cpu) {
    struct pair pair = {.rounds = rounds, .cpu = cpu};
    struct timespec start, end;
    uint64_t words[8] = {0};
    pthread_t server;
    pin(cpu);
    if (pthread_create(&server, 0, serve, &pair))
        return -1;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < rounds; i++) {
        put(&pair.request, words);
        take(&pair.reply, words);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    pthread_join(server, 0);
    return words[0] == (uint64_t)rounds ? (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec) : -1;
}
