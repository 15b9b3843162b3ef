/* describe.h - the tables of verbs and options, in forms that shells and tests read.
 *
 * A tool of the build, which the program does not contain: it fills in the completions of the
 * shells. In all forms the descriptions are in English.
 */
#pragma once

#include "cli/commands.h"

/** A form appends the tables to @out. */
void oq_describe_bash(GString *out);
void oq_describe_zsh(GString *out);
void oq_describe_fish(GString *out);

/**
 * oq_describe_table: a line for each verb, then one for each option, with tabs between the columns
 *
 *     verb    NAME    files, verbs or text: its words   --OPTION --OPTION...
 *     option  --NAME  -LETTER  VALUE  other, file, voice or its choices  VERB VERB...
 *
 * A column that does not apply holds a dash.
 */
void oq_describe_table(GString *out);

/** oq_describe_words: "files", "verbs", or "text" when they are anything or none at all. */
const char *oq_describe_words(const OqCommand *command);

/** oq_describe_value: "file", "voice", "other", or the choices, with blanks between them; "" when
 * the option takes no value. */
const char *oq_describe_value(const OqOption *option);

/** oq_describe_options: appends the long options that fit the verb, with blanks between them. */
void oq_describe_options(GString *out, const OqCommand *command);

/** oq_describe_verbs: appends the verbs that the option fits, all when it is NULL. */
void oq_describe_verbs(GString *out, const OqOption *option);

/** oq_describe_quoted: appends @text with @quote, as the shell has it, in place of each single
 * quote.
 */
void oq_describe_quoted(GString *out, const char *text, const char *quote);
