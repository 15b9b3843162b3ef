/* orphan.c - see the header. */
#include "open/sandbox/orphan.h"

#include <signal.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

/* The signal carries who the parent was. */
static void
end_orphan(int number, siginfo_t *info, void *context)
{
	(void)number;
	(void)context;
	if (getppid() != info->si_value.sival_int)
		_exit(0);
}

void
oq_orphan_watch(void)
{
	const struct sigaction action = {
		.sa_sigaction = end_orphan, .sa_flags = SA_SIGINFO | SA_RESTART};
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
		.sigev_signo = SIGVTALRM,
		.sigev_value.sival_int = (int)getppid()};
	const struct itimerspec each_second = {{1, 0}, {1, 0}};
	timer_t timer;
	if (sigaction(SIGVTALRM, &action, NULL) == 0 &&
		timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer) == 0)
		timer_settime(timer, 0, &each_second, NULL);
}
