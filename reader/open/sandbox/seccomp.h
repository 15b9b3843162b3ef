/* seccomp.h - which calls of the kernel a process may still make: a filter of BPF, and the parts
 * that filters are made of. */
#pragma once

#include <errno.h>
#include <glib.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/syscall.h>

/** What is judged from here on: a field of struct seccomp_data. */
#define OQ_SECCOMP_LOAD(field)                                                                     \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (guint32)offsetof(struct seccomp_data, field))
#define OQ_SECCOMP_ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define OQ_SECCOMP_DENY  BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

/** The next instruction is for that call alone, whose number is loaded. */
#define OQ_SECCOMP_IF(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (guint32)SYS_##call, 0, 1)

/**
 * oq_seccomp_enter: from now on @filter judges each call. Not to be undone, and only behind
 * PR_SET_NO_NEW_PRIVS.
 *
 * Returns: FALSE, and errno is set: nothing has changed
 */
gboolean oq_seccomp_enter(const struct sock_filter *filter, gsize n_instructions);
