/* commands.h - the verbs: one row of the table and one file command_VERB.c each. */
#pragma once

#include "cli/interrupt.h"
#include "cli/options.h"

/** What a verb is called with. */
typedef struct {
	const OqOptions *options;
	char **words; /* after the verb: files, or what to say */
	OqInterrupt *interrupt;
} OqCall;

typedef gboolean (*OqCommandRun)(const OqCall *call, GError **error);

typedef struct {
	const char *name;
	OqVerb verb;
	OqCommandRun run;
	const char *words;   /* how help shows what follows the verb */
	const char *meaning; /* to be translated */
} OqCommand;

/** oq_commands_find: (nullable): the verb of that name. */
const OqCommand *oq_commands_find(const char *name);

/** oq_commands_help: (transfer full): one line for each verb. */
char *oq_commands_help(void);

gboolean oq_command_read(const OqCall *call, GError **error);
gboolean oq_command_render(const OqCall *call, GError **error);
gboolean oq_command_say(const OqCall *call, GError **error);
gboolean oq_command_text(const OqCall *call, GError **error);
gboolean oq_command_voices(const OqCall *call, GError **error);
