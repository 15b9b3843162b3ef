/* commands.h - the verbs: one row of the table and one file command_VERB.c each. */
#pragma once

#include "cli/call.h"

typedef gboolean (*OqCommandRun)(const OqCall *call, GError **error);

typedef struct {
	const char *line;    /* as it is typed; to be translated where it holds Kazakh words */
	const char *meaning; /* to be translated */
} OqExample;

typedef struct {
	const char *name;
	guint traits; /* OqTraits */
	OqCommandRun run;
	const char
		*words; /* how help shows what follows the verb, to be translated; NULL: nothing */
	const char *meaning;   /* to be translated */
	OqExample examples[4]; /* those without a line are none */
} OqCommand;

/** oq_commands_table: (transfer none): all verbs there are, by their names. */
const OqCommand *oq_commands_table(gsize *n_commands);

/** oq_commands_find: (nullable): the verb of that name. */
const OqCommand *oq_commands_find(const char *name);

/** oq_commands_suggest: (nullable): the verb that was meant, perhaps, by a name that none has. */
const char *oq_commands_suggest(const char *name);

gboolean oq_command_check(const OqCall *call, GError **error);
gboolean oq_command_config(const OqCall *call, GError **error);
gboolean oq_command_contents(const OqCall *call, GError **error);
gboolean oq_command_continue(const OqCall *call, GError **error);
gboolean oq_command_desktop(const OqCall *call, GError **error);
gboolean oq_command_help(const OqCall *call, GError **error);
gboolean oq_command_read(const OqCall *call, GError **error);
gboolean oq_command_recent(const OqCall *call, GError **error);
gboolean oq_command_render(const OqCall *call, GError **error);
gboolean oq_command_say(const OqCall *call, GError **error);
gboolean oq_command_selection(const OqCall *call, GError **error);
gboolean oq_command_teach(const OqCall *call, GError **error);
gboolean oq_command_text(const OqCall *call, GError **error);
gboolean oq_command_time(const OqCall *call, GError **error);
gboolean oq_command_voices(const OqCall *call, GError **error);
gboolean oq_command_watch(const OqCall *call, GError **error);
