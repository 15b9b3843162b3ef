#include "open/sandbox/seccomp.h"

#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct sock_filter without_parents[] = {
	OQ_SECCOMP_LOAD(nr),
	OQ_SECCOMP_IF(getppid),
	OQ_SECCOMP_DENY,
	OQ_SECCOMP_ALLOW,
};

/* Its argument is told, too. */
static const struct sock_filter without_groups_of_itself[] = {
	OQ_SECCOMP_LOAD(nr),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)SYS_getpgid, 0, 3),
	OQ_SECCOMP_LOAD(args[0]),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1),
	OQ_SECCOMP_DENY,
	OQ_SECCOMP_ALLOW,
};

static gboolean
is_denied(long result)
{
	return result == -1 && errno == EPERM;
}

static gboolean
has_no_parent(void)
{
	return oq_seccomp_enter(without_parents, G_N_ELEMENTS(without_parents)) &&
	       is_denied(syscall(SYS_getppid)) && syscall(SYS_getpid) == getpid();
}

static gboolean
has_no_group(void)
{
	pid_t self = getpid();
	return oq_seccomp_enter(without_groups_of_itself, G_N_ELEMENTS(without_groups_of_itself)) &&
	       is_denied(syscall(SYS_getpgid, 0)) && syscall(SYS_getpgid, self) > 0;
}

/* Both judge, and the stricter one wins. */
static gboolean
has_neither(void)
{
	return has_no_parent() && has_no_group() && is_denied(syscall(SYS_getppid));
}

static gboolean
is_refused(void)
{
	errno = 0;
	return !oq_seccomp_enter(without_parents, 0) && errno == EINVAL &&
	       !oq_seccomp_enter(without_parents, G_N_ELEMENTS(without_parents) - 1) &&
	       syscall(SYS_getppid) == getppid();
}

static void
assert_in_child(gboolean (*holds)(void))
{
	int status = 0;
	pid_t child = fork();
	g_assert_cmpint(child, >=, 0);
	if (child == 0)
		_exit(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && holds() ? 0 : 1);
	g_assert_cmpint(waitpid(child, &status, 0), ==, child);
	g_assert_cmpint(status, ==, 0);
}

static void
test_enter(void)
{
	assert_in_child(has_no_parent);
	assert_in_child(has_no_group);
	assert_in_child(has_neither);
}

/* A filter that the kernel does not take. */
static void
test_refused(void)
{
	assert_in_child(is_refused);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/seccomp/enter", test_enter);
	g_test_add_func("/seccomp/refused", test_refused);
	return g_test_run();
}
