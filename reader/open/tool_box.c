/* tool_box.c - see the header. */
#include "open/tool_box.h"

#include "open/box.h"
#include "open/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
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

#define LOAD(field)                                                                                \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (guint32)offsetof(struct seccomp_data, field))
#define REFUSE      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define NEVER(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)SYS_##call, 0, 1), REFUSE

/* With these flags, in that argument, a file is not opened to be read. */
#define TO_READ(call, flags)                                                                       \
	LOAD(nr), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)SYS_##call, 0, 3),                  \
		LOAD(args[flags]),                                                                 \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1), \
		REFUSE

static const struct sock_filter calls[] = {
	TO_READ(openat, 2),
#ifdef SYS_open
	TO_READ(open, 1),
	LOAD(nr),
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
#endif
	LOAD(nr),
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
	NEVER(truncate),
	NEVER(ftruncate),
	NEVER(utimensat),
	NEVER(setxattr),
	NEVER(fsetxattr),
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
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
};

static gboolean
deny_calls(void)
{
	struct sock_filter copy[G_N_ELEMENTS(calls)];
	struct sock_fprog program = {G_N_ELEMENTS(calls), copy};
	for (gsize i = 0; i < G_N_ELEMENTS(calls); i++)
		copy[i] = calls[i];
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

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
	return deny_calls();
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
