/* main.c - joins the parts: options, command, exit status. */
#include "audio/playing/introduce.h"
#include "audio/playing/no_cookie.h"
#include "base/last_words.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/signals.h"
#include "cli/spoken_error.h"
#include "cli/stopped.h"
#include <fcntl.h>
#include <glib/gi18n.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

enum {
	OWN_MAPPING_BYTES = 4 * 1024 * 1024, /* longer than any sentence's sound */
	KEPT_BYTES = 32 * 1024 * 1024,
};

/* Each sentence's sound is made and let go: what it lay in is kept for the next one, as the kernel
 * would have to clear every page of it again. */
static void
keep_memory(void)
{
	mallopt(M_MMAP_THRESHOLD, OWN_MAPPING_BYTES);
	mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
}

/* A file that is opened must not become standard output or error by taking their place; and what is
 * written to a closed one is an error. */
static void
keep_standard_files(void)
{
	int file;
	do {
		file = open("/dev/null", O_RDONLY);
	} while (file >= 0 && file <= STDERR_FILENO);
	if (file >= 0)
		close(file);
}

/* On the verb alone, when the first word is one. */
static gboolean
print_help(char **words, GError **error)
{
	const OqCommand *command = words[0] != NULL ? oq_commands_find(words[0]) : NULL;
	g_autofree char *help = command != NULL ? oq_help_command(command) : oq_help_all();
	return oq_output_print(help, error);
}

/* What is no verb is a file to be read, unless there is no such file and it looks like a verb. */
static const OqCommand *
find_command(const OqOptions *options, char ***words, GError **error)
{
	const char *word = options->words[0];
	const OqCommand *command = word != NULL ? oq_commands_find(word) : NULL;
	*words = options->words + (command != NULL);
	if (command != NULL)
		return command;
	const char *meant = word != NULL ? oq_commands_suggest(word) : NULL;
	if (meant == NULL || g_file_test(word, G_FILE_TEST_EXISTS))
		return oq_commands_find("read");
	g_set_error(error, OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG,
		_("there is neither a command nor a file %s; did you mean oqyrman %s?"), word,
		meant);
	return NULL;
}

/** What the work is told, and how it failed. */
typedef struct {
	OqCall call;
	const OqCommand *command;
	GError *error;  /* nullable */
	gint n_written; /* audio files */
	GMutex telling;
	gboolean is_stopped; /* and that was told */
} Work;

/* Nobody who has stopped it waits for whoever does not read standard error. */
static gboolean
is_read(int file)
{
	struct pollfd wanted = {.fd = file, .events = POLLOUT};

	return poll(&wanted, 1, 0) == 1 && (wanted.revents & POLLOUT) != 0;
}

/* Once, by the work or by what no longer waits for it, whichever comes first; the other one does
 * not end the program meanwhile. */
static void
tell_stopped(Work *work)
{
	g_mutex_lock(&work->telling);
	g_autofree char *line = work->command != NULL && !work->is_stopped
					? oq_stopped_line(&work->call, work->command->traits)
					: NULL;
	work->is_stopped = TRUE;
	if (line != NULL && is_read(STDERR_FILENO))
		oq_messages_say(line);
	g_mutex_unlock(&work->telling);
}

/* Returns: the exit status. A closed pipe is no error: whoever read it has had enough. */
static int
tell_error(Work *work)
{
	if (g_cancellable_is_cancelled(work->call.stop)) {
		tell_stopped(work);
		return 0;
	}
	if (g_error_matches(work->error, OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_CLOSED))
		return 0;
	if (work->error->message[0] != '\0') /* else all was told already */
		oq_messages_say(work->error->message);
	oq_spoken_error(&work->call, work->command->traits, work->error);
	return oq_messages_status(work->error);
}

static void
restore_terminal(gpointer data)
{
	oq_terminal_restore(data);
}

static int
do_work(gpointer data, GCancellable *stop)
{
	Work *work = data;
	work->call.stop = stop;
	work->command->run(&work->call, &work->error);
	return work->error != NULL ? tell_error(work) : 0;
}

/* The shell gets its terminal back as it was. */
static void
leave(gpointer data)
{
	Work *work = data;
	oq_terminal_restore(work->call.terminal);
	tell_stopped(work);
}

/* What is read may come through standard input; then keys come from the terminal all the same, if
 * somebody sits before it. */
static OqTerminal *
find_terminal(const OqCommand *command)
{
	gboolean is_seen = isatty(STDIN_FILENO) || isatty(STDERR_FILENO);
	return is_seen && (command->traits & OQ_TRAIT_DRIVEN) != 0 ? oq_terminal_new() : NULL;
}

/* What watches has programs of its own that speak; what prints need not know how a voice sounds,
 * but whether there is the one that was named. */
static gboolean
needs_voice(const OqCommand *command, const OqOptions *options)
{
	return ((command->traits & OQ_TRAIT_SPEAKS) != 0 &&
		       (command->traits & OQ_TRAIT_WATCHES) == 0) ||
	       ((command->traits & OQ_TRAIT_PRINTS) != 0 &&
		       (options->ipa || options->voice != NULL));
}

/* The voice is made ready in a process of its own, which has to be made before any thread. */
static int
run_command(const OqOptions *options, GError **error)
{
	Work work = {.call.options = options};
	work.command = find_command(options, &work.call.words, error);
	if (work.command == NULL ||
		!oq_options_fit(options, work.command->traits, work.command->name, error))
		return 0;
	g_auto(OqSettings) settings;
	g_autoptr(OqNursery) nursery = NULL;
	g_autoptr(OqConfig) config = oq_call_settings(options, work.command->traits, &settings);
	work.call.config = config;
	work.call.settings = &settings;
	oq_no_cookie();
	oq_introduce(_("Oqyrman"));
	if (needs_voice(work.command, options)) {
		nursery = oq_reader_nursery(&settings, error);
		if (nursery == NULL)
			return 0;
	}
	work.call.nursery = nursery;
	work.call.n_written = &work.n_written;
	g_autoptr(OqTerminal) terminal = find_terminal(work.command);
	work.call.terminal = terminal;
	oq_last_words_leave(restore_terminal, terminal);
	int status = oq_signals_run(do_work, leave, &work);
	oq_last_words_leave(NULL, NULL);
	g_clear_error(&work.error);
	return status;
}

static int
run(int n_arguments, char **arguments, GError **error)
{
	g_autoptr(OqOptions) options = oq_options_parse(arguments, error);
	if (options == NULL)
		return 0;
	if (options->help || (n_arguments == 1 && isatty(STDIN_FILENO)))
		print_help(options->words, error);
	else if (options->version)
		oq_output_print("oqyrman " OQ_VERSION "\n", error);
	else
		return run_command(options, error);
	return 0;
}

static int
say_wrong(gpointer data, GCancellable *stop)
{
	Work *work = data;
	work->call.stop = stop;
	oq_spoken_error(&work->call, OQ_TRAIT_PLAYS, work->error);
	return oq_messages_status(work->error);
}

/* A command line that is wrong, for whoever listens rather than sees; not that of a verb which
 * never speaks. Before any work: it has no processes yet. Returns: the exit status. */
static int
tell_wrong(const char *verb, GError *error)
{
	char *nothing[] = {(char[]){"oqyrman"}, NULL};
	const OqCommand *command = verb != NULL ? oq_commands_find(verb) : NULL;
	gboolean is_heard = command == NULL || (command->traits & OQ_TRAIT_PLAYS) != 0;
	if (!is_heard || error->domain != OQ_USAGE_ERROR || !isatty(STDIN_FILENO))
		return oq_messages_status(error);
	g_auto(OqSettings) settings;
	oq_settings_init(&settings);
	oq_no_cookie();
	oq_introduce(_("Oqyrman"));
	g_autoptr(OqOptions) options = oq_options_parse(nothing, NULL);
	g_autoptr(OqNursery) nursery = oq_reader_nursery(&settings, NULL);
	g_autoptr(OqTerminal) terminal = oq_terminal_new();
	Work work = {.call = {.options = options,
			     .settings = &settings,
			     .nursery = nursery,
			     .terminal = terminal},
		.error = error};
	return oq_signals_run(say_wrong, leave, &work);
}

int
main(int n_arguments, char **arguments)
{
	keep_memory();
	keep_standard_files();
	oq_last_words_begin("oqyrman");
	/* A closed pipe and a file's limit of size are then errors of write(). */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	g_autoptr(GError) error = NULL;
	int status = run(n_arguments, arguments, &error);
	if (status != 0 || error == NULL)
		return status;
	if (g_error_matches(error, OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_CLOSED))
		return 0;
	oq_messages_say(error->message);
	return tell_wrong(n_arguments > 1 ? arguments[1] : NULL, error);
}
