/* last_words.c - see the header. */
#include "base/last_words.h"

#include "base/locale.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum {
	MAX_LINE_BYTES = 512,
	MAX_FILES = 16,
	STACK_BYTES = 32 << 10,
	STATUS_FAILED = 1,
	FRAME_BYTES = 256 << 10, /* no function has a larger one */
};

/** What a handler of signals finds: it is given nothing else. */
static struct {
	pid_t process;
	char line[MAX_LINE_BYTES];
	gsize n_bytes;
	_Atomic(const char *) files[MAX_FILES];
	void (*leave)(gpointer data); /* nullable */
	gpointer data;
	struct sigaction before; /* of SIGSEGV */
} last_words;

G_NORETURN static void
say(void)
{
	for (guint i = 0; i < MAX_FILES; i++) {
		const char *path = atomic_load(&last_words.files[i]);
		if (path != NULL)
			unlink(path);
	}
	if (last_words.leave != NULL)
		last_words.leave(last_words.data);
	/* who cannot hear it has the status */
	gssize n_written G_GNUC_UNUSED = write(STDERR_FILENO, last_words.line, last_words.n_bytes);
	_exit(STATUS_FAILED);
}

static GLogWriterOutput
hear_log(GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
	if ((level & G_LOG_LEVEL_ERROR) != 0 && getpid() == last_words.process)
		say();
	return g_log_writer_default(level, fields, n_fields, data);
}

/* Where the stack ended when the signal came; 0: not known here. */
static guintptr
top_of(const ucontext_t *context)
{
#if defined __x86_64__
	return (guintptr)context->uc_mcontext.gregs[REG_RSP];
#elif defined __aarch64__
	return (guintptr)context->uc_mcontext.sp;
#else
	return 0;
#endif
}

/* A full stack is written to around its top; all else is a crash, which is to be seen as one. */
static void
hear_fault(int number G_GNUC_UNUSED, siginfo_t *info, void *context)
{
	guintptr at = (guintptr)info->si_addr, top = top_of(context);
	if (at + FRAME_BYTES > top && at < top + FRAME_BYTES && getpid() == last_words.process)
		say();
	sigaction(SIGSEGV, &last_words.before, NULL);
}

void
oq_last_words_in_thread(void)
{
	static _Thread_local char stack[STACK_BYTES];
	const stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
	stack_t before;
	/* the sanitizers give their own, and take it back themselves */
	if (sigaltstack(NULL, &before) == 0 && (before.ss_flags & SS_DISABLE) != 0)
		sigaltstack(&own, NULL);
}

/* GLib takes its writer once. */
static void
prepare(void)
{
	const struct sigaction action = {
		.sa_sigaction = hear_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
	last_words.process = getpid();
	g_log_set_writer_func(hear_log, NULL, NULL);
	oq_last_words_in_thread();
	sigaction(SIGSEGV, &action, &last_words.before);
}

void
oq_last_words_prepare(const char *line)
{
	g_strlcpy(last_words.line, line, sizeof last_words.line);
	last_words.n_bytes = strlen(last_words.line);
	if (last_words.process == 0)
		prepare();
}

static void
prepare_for(const char *program, const char *why)
{
	char line[MAX_LINE_BYTES];
	g_snprintf(line, sizeof line, "%s: %s\n", program, why);
	oq_last_words_prepare(line);
}

void
oq_last_words_begin(const char *program)
{
	static const char why[] = N_("the system has no memory, no process or no open file left "
				     "for this: close other programs, and try again");
	prepare_for(program, why);
	oq_locale_choose();
	prepare_for(program, _(why));
}

void
oq_last_words_leave(void (*leave)(gpointer data), gpointer data)
{
	last_words.leave = NULL;
	last_words.data = data;
	last_words.leave = leave;
}

/* @from gives way to @to; where there is no room for one more it may be left. */
static void
change_file(const char *from, const char *to)
{
	gboolean is_changed = FALSE;
	for (guint i = 0; i < MAX_FILES && !is_changed; i++) {
		const char *expected = from;
		is_changed = atomic_compare_exchange_strong(&last_words.files[i], &expected, to);
	}
}

void
oq_last_words_remove(const char *path)
{
	change_file(NULL, path);
}

void
oq_last_words_spare(const char *path)
{
	change_file(path, NULL);
}
