/* tool_box.c - see the header. */
#include "open/sandbox/tool_box.h"

#include "open/limits.h"
#include "open/sandbox/box.h"
#include "open/sandbox/seccomp.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Programs, what they are linked with, and their tables. */
static const char *const readable[] = {"/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache"};

static void
allow(int ruleset, int fd, guint64 rights)
{
	const struct landlock_path_beneath_attr rule = {rights, fd};
	syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/* A right of folders is refused for a file. */
static void
allow_name(int ruleset, const char *name)
{
	const guint64 rights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
	int fd = open(name, O_PATH | O_CLOEXEC);
	if (fd < 0)
		return;
	allow(ruleset, fd, rights);
	allow(ruleset, fd, rights | LANDLOCK_ACCESS_FS_READ_DIR);
	close(fd);
}

static void
deny_names(int fd, char *const *programs)
{
	int ruleset = oq_box_ruleset();
	if (ruleset < 0)
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(readable); i++)
		allow_name(ruleset, readable[i]);
	for (gsize i = 0; programs[i] != NULL; i++)
		allow_name(ruleset, programs[i]);
	allow(ruleset, fd, LANDLOCK_ACCESS_FS_READ_FILE);
	syscall(SYS_landlock_restrict_self, ruleset, 0);
	close(ruleset);
}

#define NEVER(call) OQ_SECCOMP_IF(call), OQ_SECCOMP_DENY

/* With these flags, in that argument, a file is not opened to be read. */
#define TO_READ(call, flags)                                                                       \
	OQ_SECCOMP_LOAD(nr), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)SYS_##call, 0, 3),       \
		OQ_SECCOMP_LOAD(args[flags]),                                                      \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1), \
		OQ_SECCOMP_DENY

#define X32_CALLS 0x40000000 /* those of programs with short pointers are the same, and this */

static const struct sock_filter calls[] = {
	OQ_SECCOMP_LOAD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OQ_BOX_ARCH, 1, 0),
	OQ_SECCOMP_DENY,
#ifdef __x86_64__
	OQ_SECCOMP_LOAD(nr),
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_CALLS, 0, 1),
	OQ_SECCOMP_DENY,
#endif
	TO_READ(openat, 2),
#ifdef SYS_open
	TO_READ(open, 1),
	OQ_SECCOMP_LOAD(nr),
	NEVER(creat),
	NEVER(unlink),
	NEVER(rename),
	NEVER(mkdir),
	NEVER(rmdir),
	NEVER(link),
	NEVER(symlink),
	NEVER(mknod),
	NEVER(chmod),
	NEVER(chown),
	NEVER(lchown),
	NEVER(utime),
	NEVER(utimes),
	NEVER(futimesat),
#endif
#ifdef SYS_renameat
	OQ_SECCOMP_LOAD(nr),
	NEVER(renameat),
#endif
	OQ_SECCOMP_LOAD(nr),
	NEVER(openat2),
	NEVER(unlinkat),
	NEVER(renameat2),
	NEVER(mkdirat),
	NEVER(linkat),
	NEVER(symlinkat),
	NEVER(mknodat),
	NEVER(fchmodat),
	NEVER(fchmod),
	NEVER(fchownat),
	NEVER(fchown),
	NEVER(truncate),
	NEVER(ftruncate),
	NEVER(utimensat),
	NEVER(setxattr),
	NEVER(fsetxattr),
	NEVER(lsetxattr),
	NEVER(removexattr),
	NEVER(fremovexattr),
	NEVER(lremovexattr),
	NEVER(socket),
	NEVER(connect),
	NEVER(bind),
	NEVER(sendto),
	NEVER(sendmsg),
	NEVER(kill),
	NEVER(ptrace),
	NEVER(process_vm_readv),
	NEVER(process_vm_writev),
	NEVER(pidfd_open),
	NEVER(unshare),
	NEVER(setns),
	NEVER(mount),
	NEVER(bpf),
	NEVER(perf_event_open),
	NEVER(userfaultfd),
	NEVER(io_uring_setup),
	NEVER(keyctl),
	NEVER(add_key),
	NEVER(request_key),
	NEVER(open_by_handle_at),
	OQ_SECCOMP_ALLOW,
};

static void
limit(__rlimit_resource_t resource, rlim_t value, rlim_t most)
{
	const struct rlimit limits = {value, most};
	setrlimit(resource, &limits);
}

gboolean
oq_tool_box_enter(int fd, char *const *programs)
{
	/* what a program writes without an end is gathered no further */
	if (!OQ_BOX_IS_SANITIZED)
		limit(RLIMIT_AS, (rlim_t)OQ_LIMIT_MEMORY_MB << 20, RLIM_INFINITY);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return FALSE;
	deny_names(fd, programs);
	return oq_seccomp_enter(calls, G_N_ELEMENTS(calls));
}

void
oq_tool_box_limit(gpointer nothing G_GNUC_UNUSED)
{
	const rlim_t memory = (rlim_t)OQ_LIMIT_TOOL_MEMORY_MB << 20;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	limit(RLIMIT_CPU, OQ_LIMIT_TOOL_CPU_S, OQ_LIMIT_TOOL_CPU_S);
	limit(RLIMIT_AS, memory, memory);
	limit(RLIMIT_FSIZE, 0, 0);
	limit(RLIMIT_CORE, 0, 0);
}
