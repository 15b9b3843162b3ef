/* without_landlock.c - without_landlock COMMAND...: runs it as a kernel without Landlock would.
 * Without a command: 0 if this kernel has it. */
#include "no_landlock.h"

#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	if (argc < 2)
		return syscall(NO_LANDLOCK_FIRST, NULL, 0, 1) < 1;
	if (no_landlock() != 0) {
		perror("seccomp");
		return 77;
	}
	execvp(argv[1], argv + 1);
	perror(argv[1]);
	return 127;
}
