/* show_screen.c - shows on standard output what it is told to.
 * usage: show_screen COMMANDS [LARGE]
 * COMMANDS is a pipe with a name, from which a command a line is taken:
 *	sentence START TEXT | word START END | answer TEXT | prompt TEXT | unprompt | rest | finish
 * LARGE: the table of big letters. */
#include "home/screen/screen.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define COLUMNS 80
#define ROWS    24

static const char *
behind_blank(const char *text)
{
	const char *blank = strchr(text, ' ');

	return blank != NULL ? blank + 1 : "";
}

static gboolean
obey(OqScreen *screen, const char *line)
{
	const char *rest = behind_blank(line);
	guint64 number = g_ascii_strtoull(rest, NULL, 10);

	if (g_str_has_prefix(line, "sentence "))
		oq_screen_sentence(screen, behind_blank(rest), number);
	else if (g_str_has_prefix(line, "word "))
		oq_screen_word(screen, number, g_ascii_strtoull(behind_blank(rest), NULL, 10));
	else if (g_str_has_prefix(line, "answer "))
		oq_screen_answer(screen, rest);
	else if (g_str_has_prefix(line, "prompt "))
		oq_screen_prompt(screen, rest, strlen(rest));
	else if (strcmp(line, "unprompt") == 0)
		oq_screen_prompt(screen, NULL, 0);
	else if (strcmp(line, "rest") == 0)
		oq_screen_rest(screen);
	else
		return FALSE;
	return TRUE;
}

/* A line at a time; meanwhile what waits is written. */
static void
follow(OqScreen *screen, int commands)
{
	g_autoptr(GString) line = g_string_new(NULL);
	char byte;

	for (;;) {
		gssize n = read(commands, &byte, 1);
		if (n == 1 && byte != '\n') {
			g_string_append_c(line, byte);
		} else if (n == 1) {
			if (!obey(screen, line->str))
				return;
			g_string_truncate(line, 0);
		} else {
			g_main_context_iteration(NULL, FALSE);
			g_usleep(2000);
		}
	}
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	OqGlyphs *glyphs = NULL;

	setlocale(LC_ALL, "");
	signal(SIGPIPE, SIG_IGN);
	if (argc < 2)
		g_error("usage: show_screen COMMANDS [LARGE]");
	int commands = open(argv[1], O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (commands < 0)
		g_error("%s cannot be opened", argv[1]);
	if (argc > 2 && (glyphs = oq_glyphs_load(argv[2], &error)) == NULL)
		g_error("%s", error->message);
	OqLooks looks = oq_looks_of(STDOUT_FILENO, FALSE);
	g_autoptr(OqScreen) screen = oq_screen_new(STDOUT_FILENO, &looks, glyphs, COLUMNS, ROWS);
	follow(screen, commands);
	return oq_screen_finish(screen, FALSE, NULL) ? 0 : 1;
}
