/* seccomp.c - see the header. */
#include "open/sandbox/seccomp.h"

#include <sys/prctl.h>

gboolean
oq_seccomp_enter(const struct sock_filter *filter, gsize n_instructions)
{
	/* the kernel changes nothing, but its type does not say so */
	g_autofree struct sock_filter *copy = g_memdup2(filter, n_instructions * sizeof *filter);
	struct sock_fprog program = {(gushort)n_instructions, copy};
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
