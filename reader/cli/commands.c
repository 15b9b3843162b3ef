/* commands.c - see the header. */
#include "cli/commands.h"
#include "base/nearest.h"
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Alphabetical: it is bisected. */
static const OqCommand table[] = {
	{"check", OQ_TRAIT_CHECKS, oq_command_check, N_("[FILE|FOLDER]"),
		N_("judge dictionaries, tables and examples; without a name, your own dictionary"),
		{{"oqyrman check", N_("whether your own dictionary is right")},
			{"oqyrman check words.tsv", N_("a dictionary, a table or examples")},
			{"oqyrman check voices/kk", N_("all tables of a folder")}}},
	{"config", OQ_TRAIT_SETS, oq_command_config, NULL,
		N_("print a sample of config.ini with all settings, or check yours"),
		{{"oqyrman config", N_("what can be set, and what holds where nothing is")},
			{"oqyrman config --check", N_("whether your own config.ini is right")}}},
	{"contents", OQ_TRAIT_LISTS, oq_command_contents, N_("FILE..."),
		N_("list the headings of a text with their places"),
		{{"oqyrman contents book.epub", N_("its chapters")}}},
	{"continue", OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_PLAYS | OQ_TRAIT_DRIVEN,
		oq_command_continue, N_("[N|NAME]"),
		N_("go on with what was read last, or with another text of those in recent"),
		{{"oqyrman continue", N_("where you stopped last")},
			{"oqyrman continue 2", N_("the second one of oqyrman recent")},
			{"oqyrman continue abai", N_("what has that in its title")}}},
	{"desktop", OQ_TRAIT_DESKTOP, oq_command_desktop, NULL,
		N_("read what is selected in any program, by a key, all through the session"),
		{{"oqyrman desktop",
			 N_("until the session ends; Ctrl+Alt+O reads what is selected, or "
			    "stops")},
			{"oqyrman desktop --setup",
				N_("the keys are bound in the settings of the desktop")},
			{"oqyrman desktop --undo", N_("and they are free again")},
			{"oqyrman desktop --setup-speech",
				N_("Orca and others speak Kazakh with it")}}},
	{"help", OQ_TRAIT_VERBS, oq_command_help, N_("[COMMAND]"),
		N_("tell what there is, or what a command does, with examples"),
		{{"oqyrman help", N_("all commands and options")},
			{"oqyrman help render", N_("how a text becomes an audio file")},
			{"oqyrman help keys", N_("what keys do while it reads")}}},
	{"read",
		OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_PLAYS | OQ_TRAIT_FILES |
			OQ_TRAIT_DRIVEN,
		oq_command_read, N_("FILE..."),
		N_("read the files aloud; without FILE, or with a hyphen (-), standard input; read "
		   "may be left out"),
		{{"oqyrman report.txt", N_("a text, from its beginning to its end")},
			{"oqyrman -v zhuirik --speed 300 report.txt", N_("the same, fast")},
			{"date +%d.%m.%Y | oqyrman", N_("what another program prints")}}},
	{"recent", OQ_TRAIT_RECENT, oq_command_recent, N_("[NAME]"),
		N_("list what was read, and where it stopped"),
		{{"oqyrman recent", N_("what was read last stands first")},
			{"oqyrman recent abai",
				N_("what has that in its title or its file's name")},
			{"oqyrman recent --forget 2",
				N_("as if the second one had never been read")}}},
	{"render",
		OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_WRITES | OQ_TRAIT_FILES |
			OQ_TRAIT_NAMES,
		oq_command_render, N_("FILE..."), N_("write the audio into a file"),
		{{"oqyrman render news.txt", N_("a text as an audio file, news.wav")},
			{"oqyrman render news.txt weather.txt -o broadcast.flac",
				N_("two texts as one, in another format")},
			{"oqyrman render news.txt -o news.wav --broadcast --date now",
				N_("ready to go on air, with its date")},
			{"oqyrman render news.txt -o - | aplay", N_("to another program")}}},
	{"say", OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_PLAYS | OQ_TRAIT_WORDS, oq_command_say,
		N_("WORDS..."), N_("speak a short text now"),
		{{"oqyrman say 15.03.2026", N_("a date, as it is read in Kazakh")},
			{"oqyrman say -v ainur 316,6", N_("a number, in the voice of a woman")},
			{"oqyrman say --spell b_2", N_("how a password is written")}}},
	{"selection", OQ_TRAIT_ANY, oq_command_selection, N_("[DEED]"),
		N_("read what is selected, or stop; or do what another key of oqyrman desktop "
		   "does"),
		{{"oqyrman selection", N_("for a key of the desktop's own settings")},
			{"oqyrman selection pause", N_("the same for pausing and going on")}}},
	{"teach", OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_PLAYS | OQ_TRAIT_TEACHES,
		oq_command_teach, N_("WRITTEN SAID"),
		N_("put into your own dictionary how a word is said, and say it"),
		{{N_("oqyrman teach NASA nasa"), N_("a word")},
			{N_("oqyrman teach Tengri- tangir"),
				N_("a word with any ending behind it")},
			{N_("oqyrman teach 'COVID-19' 'kovid on togiz'"), N_("several words")}}},
	{"text", OQ_TRAIT_READS | OQ_TRAIT_PRINTS | OQ_TRAIT_FILES, oq_command_text, N_("FILE..."),
		N_("print what will be said, one sentence a line"),
		{{"oqyrman text report.txt", N_("all that will be said")},
			{"oqyrman text --explain report.txt", N_("why it is read so")},
			{"oqyrman text --doubts report.txt",
				N_("what is to be looked at before air")},
			{"oqyrman text --ipa -v marat report.txt", N_("how it sounds")}}},
	{"time", OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_FILES | OQ_TRAIT_TIMES,
		oq_command_time, N_("FILE..."),
		N_("tell how long the text takes to say, without writing audio"),
		{{"oqyrman time report.txt", N_("as it is read in the usual voice")},
			{"oqyrman time --paragraphs -v zharshy news.txt weather.txt",
				N_("of each paragraph, of each file and together")},
			{"oqyrman time --json report.txt", N_("for another program")}}},
	{"voices", OQ_TRAIT_ANY, oq_command_voices, NULL,
		N_("list the voices and the sound devices"),
		{{"oqyrman voices", N_("what -v and -d can name")},
			{"oqyrman say -v marat 2026", N_("try one of the voices")}}},
	{"watch", OQ_TRAIT_READS | OQ_TRAIT_SPEAKS | OQ_TRAIT_WRITES | OQ_TRAIT_WATCHES,
		oq_command_watch, N_("FOLDER"),
		N_("write the audio of each text that is put into the folder"),
		{{"oqyrman watch news",
			 N_("news/weather.txt becomes news/out/weather.wav, and goes to "
			    "news/done")},
			{"oqyrman watch news --out air --format flac -v zharshy",
				N_("the audio elsewhere, in another format and voice")}}},
};

const OqCommand *
oq_commands_table(gsize *n_commands)
{
	*n_commands = G_N_ELEMENTS(table);
	return table;
}

static int
compare_name(const void *name, const void *command)
{
	return strcmp(name, ((const OqCommand *)command)->name);
}

const OqCommand *
oq_commands_find(const char *name)
{
	return bsearch(name, table, G_N_ELEMENTS(table), sizeof *table, compare_name);
}

const char *
oq_commands_suggest(const char *name)
{
	const char *names[G_N_ELEMENTS(table) + 1] = {NULL};
	for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
		names[i] = table[i].name;
	gint nearest = oq_nearest_find(name, names);
	return nearest >= 0 ? names[nearest] : NULL;
}
