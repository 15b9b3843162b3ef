/* handed_on.h - what one command was told, for another one. */
#pragma once

#include "cli/options.h"

/**
 * oq_handed_on:
 * @command: (element-type filename): gets the options that were given, as they were given
 * @traits: of the verb that has them
 * @other: of the verb that they are for; what fits only one of the two is left out, and so is how
 * much is told, and how many processes there are
 */
void oq_handed_on(const OqOptions *options, guint traits, guint other, GPtrArray *command);
