/* help.h - the texts of help, in the language of the messages. */
#pragma once

#include "cli/commands.h"

/** oq_help_all: (transfer full): a line for each verb and for each option. */
char *oq_help_all(void);

/** oq_help_command: (transfer full): what @command does, its options, examples. */
char *oq_help_command(const OqCommand *command);
