/* box.c - see the header.
 *
 * Landlock takes what is opened by its name, seccomp all calls but those that reading, writing and
 * memory need; each is enough for most, and what one of them misses the other one has. */
#include "open/sandbox/box.h"

#include "open/limits.h"
#include "open/sandbox/seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_restrict_self  446
#endif

/* Of the kernel's ABI; Debian 12's header knows the first word alone, and ABI 2 of that. */
typedef struct {
	guint64 access_fs;
	guint64 access_net;
	guint64 scoped;
} Ruleset;

/** What an ABI of Landlock is the first to know. */
typedef struct {
	int abi;
	Ruleset rules;
	gsize size;
} LandlockAbi;

static const LandlockAbi abis[] = {
	{6, {0xFFFF, 3, 3}, 24}, /* device control; signals and abstract sockets */
	{5, {0xFFFF, 3, 0}, 16},
	{4, {0x7FFF, 3, 0}, 16}, /* TCP */
	{3, {0x7FFF, 0, 0}, 8},  /* truncate */
	{2, {0x3FFF, 0, 0}, 8},
	{1, {0x1FFF, 0, 0}, 8},
};

int
oq_box_ruleset(void)
{
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
	for (gsize i = 0; i < G_N_ELEMENTS(abis); i++)
		if (abi >= abis[i].abi)
			return (int)syscall(
				SYS_landlock_create_ruleset, &abis[i].rules, abis[i].size, 0);
	return -1;
}

/* All that can be denied is, and nothing is allowed again. FALSE: seccomp is left. */
static gboolean
deny_names(void)
{
	int ruleset = oq_box_ruleset();
	if (ruleset < 0)
		return FALSE;
	gboolean is_denied = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return is_denied;
}

#define MAY(call) OQ_SECCOMP_IF(call), OQ_SECCOMP_ALLOW

/* mmap and mprotect as long as nothing becomes executable: their third argument. */
static const struct sock_filter calls[] = {
	OQ_SECCOMP_LOAD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OQ_BOX_ARCH, 1, 0),
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
	OQ_SECCOMP_LOAD(nr),
	MAY(read),
	MAY(write),
	MAY(readv),
	MAY(writev),
	MAY(pread64),
	MAY(lseek),
	MAY(fstat),
	MAY(close),
	MAY(munmap),
	MAY(mremap),
	MAY(madvise),
	MAY(brk),
	MAY(futex),
	MAY(exit),
	MAY(exit_group),
	MAY(rt_sigreturn),
	MAY(rt_sigprocmask),
	MAY(clock_gettime),
	MAY(gettimeofday),
	MAY(getrandom),
	MAY(getpid),
	MAY(getppid),
	MAY(gettid),
#if OQ_BOX_IS_SANITIZED
	MAY(sigaltstack),
	MAY(rt_sigaction),
	MAY(sched_yield),
#endif
#ifdef SYS__llseek
	MAY(_llseek),
	MAY(fstat64),
	MAY(clock_gettime64),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap2, 2, 0),
#endif
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 3),
	OQ_SECCOMP_LOAD(args[2]),
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0),
	OQ_SECCOMP_ALLOW,
	OQ_SECCOMP_DENY,
};

/* What is stricter already stays so. */
static gboolean
limit(__rlimit_resource_t resource, rlim_t value)
{
	struct rlimit limits;
	if (getrlimit(resource, &limits) != 0)
		return FALSE;
	limits.rlim_max = MIN(limits.rlim_max, value);
	limits.rlim_cur = MIN(limits.rlim_cur, limits.rlim_max);
	return setrlimit(resource, &limits) == 0;
}

/* A second before the end comes a signal of its own, by which it is known. */
static gboolean
limit_time(void)
{
	struct rlimit limits;
	if (!limit(RLIMIT_CPU, OQ_LIMIT_CPU_S + 1) || getrlimit(RLIMIT_CPU, &limits) != 0)
		return FALSE;
	limits.rlim_cur = MIN(limits.rlim_cur, MAX(limits.rlim_max, 1) - 1);
	return setrlimit(RLIMIT_CPU, &limits) == 0;
}

/* Files are not to be written at all; a pipe's size is not limited by that. */
static gboolean
limit_all(void)
{
	return limit_time() && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
	       limit(RLIMIT_NPROC, 0) &&
	       (OQ_BOX_IS_SANITIZED || limit(RLIMIT_AS, (rlim_t)OQ_LIMIT_MEMORY_MB << 20));
}

gboolean
oq_box_enter(gboolean *has_landlock, GError **error)
{
	tzset(); /* reads a file the first time */
	if (!limit_all() || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED, "%s", g_strerror(errno));
		return FALSE;
	}
	*has_landlock = deny_names();
	if (oq_seccomp_enter(calls, G_N_ELEMENTS(calls)))
		return TRUE;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_FAILED, "seccomp: %s", g_strerror(errno));
	return FALSE;
}
