/* describe_table.c - what all forms have in common, and the one that tests read. */
#include "share/describe.h"
#include <string.h>

const char *
oq_describe_words(const OqCommand *command)
{
	if ((command->traits & OQ_TRAIT_VERBS) != 0)
		return "verbs";
	return (command->traits & (OQ_TRAIT_FILES | OQ_TRAIT_CHECKS | OQ_TRAIT_LISTS)) != 0
		       ? "files"
		       : "text";
}

const char *
oq_describe_value(const OqOption *option)
{
	static const char *const kinds[] = {
		[OQ_VALUE_OTHER] = "other", [OQ_VALUE_FILE] = "file", [OQ_VALUE_VOICE] = "voice"};
	if (option->value == NULL)
		return "";
	return option->choices != NULL ? option->choices : kinds[option->kind];
}

static void
append_separated(GString *out, gsize begin, const char *prefix, const char *name)
{
	g_string_append_printf(out, "%s%s%s", out->len > begin ? " " : "", prefix, name);
}

void
oq_describe_options(GString *out, const OqCommand *command)
{
	gsize n_options, begin = out->len;
	const OqOption *options = oq_options_table(&n_options);
	for (gsize i = 0; i < n_options; i++) {
		if (oq_options_fits(&options[i], command->traits))
			append_separated(out, begin, "--", options[i].name);
	}
}

void
oq_describe_verbs(GString *out, const OqOption *option)
{
	gsize n_commands, begin = out->len;
	const OqCommand *commands = oq_commands_table(&n_commands);
	for (gsize i = 0; i < n_commands; i++) {
		if (option == NULL || oq_options_fits(option, commands[i].traits))
			append_separated(out, begin, "", commands[i].name);
	}
}

void
oq_describe_quoted(GString *out, const char *text, const char *quote)
{
	g_auto(GStrv) parts = g_strsplit(text, "'", -1);
	g_autofree char *quoted = g_strjoinv(quote, parts);
	g_string_append(out, quoted);
}

static void
append_option(GString *out, const OqOption *option)
{
	const char *value = oq_describe_value(option);
	char letter[] = {'-', option->letter, '\0'};
	g_string_append_printf(out, "option\t--%s\t%s\t%s\t%s\t", option->name, letter,
		option->value != NULL ? option->value : "-", *value != '\0' ? value : "-");
	oq_describe_verbs(out, option);
	g_string_append_c(out, '\n');
}

void
oq_describe_table(GString *out)
{
	gsize n_commands, n_options;
	const OqCommand *commands = oq_commands_table(&n_commands);
	const OqOption *options = oq_options_table(&n_options);
	for (gsize i = 0; i < n_commands; i++) {
		g_string_append_printf(
			out, "verb\t%s\t%s\t", commands[i].name, oq_describe_words(&commands[i]));
		oq_describe_options(out, &commands[i]);
		g_string_append_c(out, '\n');
	}
	for (gsize i = 0; i < n_options; i++)
		append_option(out, &options[i]);
}
