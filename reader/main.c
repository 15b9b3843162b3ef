/* main.c - joins the parts: options, command, exit status. */
#include "base/paths.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "cli/output.h"
#include <fcntl.h>
#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

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

static void
choose_language(void)
{
	setlocale(LC_ALL, "");
	g_autofree char *catalogues = oq_paths_locale();
	bindtextdomain("oqyrman", catalogues);
	bind_textdomain_codeset("oqyrman", "UTF-8");
	textdomain("oqyrman");
}

/* On the verb alone, when the first word is one. */
static gboolean
print_help(char **words, GError **error)
{
	const OqCommand *command = words[0] != NULL ? oq_commands_find(words[0]) : NULL;
	g_autofree char *help = command != NULL ? oq_help_command(command) : oq_help_all();
	return oq_output_print(help, error);
}

static gboolean
run_command(const OqOptions *options, OqInterrupt *interrupt, GError **error)
{
	char **words = options->words;
	const OqCommand *command = words[0] != NULL ? oq_commands_find(words[0]) : NULL;
	if (command != NULL)
		words++;
	else
		command = oq_commands_find("read");
	OqCall call = {options, words, interrupt};
	return oq_options_fit(options, command->traits, command->name, error) &&
	       command->run(&call, error);
}

static gboolean
run(int n_arguments, char **arguments, OqInterrupt *interrupt, GError **error)
{
	g_autoptr(OqOptions) options = oq_options_parse(arguments, error);
	if (options == NULL)
		return FALSE;
	if (options->help || (n_arguments == 1 && isatty(STDIN_FILENO)))
		return print_help(options->words, error);
	if (options->version)
		return oq_output_print("oqyrman " OQ_VERSION "\n", error);
	return run_command(options, interrupt, error);
}

int
main(int n_arguments, char **arguments)
{
	keep_standard_files();
	/* A closed pipe and a file's limit of size are then errors of write(). */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	g_autoptr(OqInterrupt) interrupt = oq_interrupt_new();
	choose_language();
	g_autoptr(GError) error = NULL;
	if (run(n_arguments, arguments, interrupt, &error))
		return 0;
	if (oq_interrupt_happened(interrupt))
		return OQ_INTERRUPT_STATUS;
	if (g_error_matches(error, OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_CLOSED))
		return 0;
	oq_messages_say(error->message);
	return oq_messages_status(error);
}
