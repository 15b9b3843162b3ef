/* message.h - what Speech Dispatcher wants to be said, as a text with marks: a message, a
 * character, a key, a sound icon. */
#pragma once

#include "dispatcher/key_names.h"
#include "dispatcher/protocol.h"
#include "dispatcher/ssml.h"

/**
 * oq_message_read:
 * @verb: OQ_VERB_SPEAK, _CHAR, _KEY or _SOUND_ICON; the name of an icon is spoken
 *
 * Returns: (transfer full)
 */
OqSsml *oq_message_read(const OqKeyNames *names, OqVerb verb, const char *text);
