/* box.h - takes from the process every right that a parser does not need. */
#pragma once

#include "open/loader.h"

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define OQ_BOX_IS_SANITIZED 1 /* it takes terabytes of address space, and looks into /proc */
#else
#define OQ_BOX_IS_SANITIZED 0
#endif

/** The calls that a filter knows by their numbers: those of another architecture, which the kernel
 * takes as well, have others. */
#if defined __x86_64__
#define OQ_BOX_ARCH AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define OQ_BOX_ARCH AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define OQ_BOX_ARCH AUDIT_ARCH_RISCV64
#elif defined __i386__
#define OQ_BOX_ARCH AUDIT_ARCH_I386
#elif defined __arm__
#define OQ_BOX_ARCH AUDIT_ARCH_ARM
#endif

/**
 * oq_box_enter: from now on nothing is opened, made, removed, looked up, sent, connected, started
 * or killed by this process, no memory is made executable, and memory and time end (limits.h). What
 * is open stays so. Not to be undone; before the first thread.
 *
 * @has_landlock: (out): FALSE: the kernel has none, and seccomp alone does it
 *
 * Returns: FALSE and OQ_OPEN_ERROR_FAILED: nothing may be parsed
 */
gboolean oq_box_enter(gboolean *has_landlock, GError **error);

/** oq_box_ruleset: a descriptor of Landlock's rules that deny all that this kernel can deny; -1:
 * there is no Landlock. */
int oq_box_ruleset(void);
