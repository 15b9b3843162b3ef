/* module.h - the speech module: answers what Speech Dispatcher asks, and says what it sends. */
#pragma once

#include "dispatcher/key_names.h"
#include "dispatcher/log.h"
#include "dispatcher/recital.h"

/** What the module stands on; must outlive it. */
typedef struct {
	OqRecitalTools tools;
	const OqKeyNames *keys;
	OqLog *log;
	const char *failure; /* (nullable): why nothing can be spoken; then tools and keys may be
				NULL */
} OqModuleParts;

/**
 * oq_module_run: until Speech Dispatcher wants it to end or is gone, in the main loop of this
 * thread.
 * @input, @output: stay the caller's
 */
void oq_module_run(const OqModuleParts *parts, int input, int output);
