/* commands.c - see the header. */
#include "cli/commands.h"
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Alphabetical: it is bisected. */
static const OqCommand commands[] = {
	{"read", OQ_VERB_READ, oq_command_read, N_("FILE..."),
		N_("read the files aloud; no FILE or - is standard input; read may be left out")},
	{"render", OQ_VERB_RENDER, oq_command_render, N_("FILE... -o OUT"),
		N_("write the audio into a file")},
	{"say", OQ_VERB_SAY, oq_command_say, N_("WORDS..."), N_("speak a short text now")},
	{"text", OQ_VERB_TEXT, oq_command_text, N_("FILE..."),
		N_("print what will be said, one sentence a line")},
	{"voices", OQ_VERB_VOICES, oq_command_voices, "",
		N_("list the voices and the sound devices")},
};

static int
compare_name(const void *name, const void *command)
{
	return strcmp(name, ((const OqCommand *)command)->name);
}

const OqCommand *
oq_commands_find(const char *name)
{
	return bsearch(name, commands, G_N_ELEMENTS(commands), sizeof *commands, compare_name);
}

char *
oq_commands_help(void)
{
	GString *help = g_string_new(NULL);
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
		const char *words = commands[i].words[0] != '\0' ? _(commands[i].words) : "";
		g_string_append_printf(help, "  oqyrman %s%s%s: %s\n", commands[i].name,
			words[0] != '\0' ? " " : "", words, _(commands[i].meaning));
	}
	return g_string_free(help, FALSE);
}
