#pragma once
typedef int alarm_type_t, sleep_type_t, clock_id_t, clock_flavor_t, clock_res_t, *clock_attr_t;
struct mach_timespec {
	unsigned int tv_sec;
	clock_res_t tv_nsec;
};
typedef struct mach_timespec mach_timespec_t;
enum { SYSTEM_CLOCK = 0, REALTIME_CLOCK = 0, CALENDAR_CLOCK = 1 };
enum { CLOCK_GET_TIME_RES = 1, CLOCK_ALARM_CURRES = 3, CLOCK_ALARM_MINRES, CLOCK_ALARM_MAXRES };
enum { TIME_ABSOLUTE, TIME_RELATIVE, ALRMTYPE = 255 };
#define NSEC_PER_USEC 1000ull
#define USEC_PER_SEC 1000000ull
#define NSEC_PER_MSEC 1000000ull
#define NSEC_PER_SEC 1000000000ull
