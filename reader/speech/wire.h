/* wire.h - passages and speeches as records for a pipe between processes of this program: in the
 * byte order of the machine. What is read is checked in full, so a process that has gone mad does
 * no harm to the one that reads. */
#pragma once

#include "speech/passage.h"
#include "speech/speech.h"

/** What a record is. */
typedef enum {
	OQ_WIRE_NONE, /* no record of ours */
	OQ_WIRE_PASSAGE,
	OQ_WIRE_SPEECH,
	OQ_WIRE_ERROR,
} OqWireKind;

/** oq_wire_kind: by its first bytes; what follows may still be refused. */
OqWireKind oq_wire_kind(GBytes *record);

/**
 * oq_wire_pack_passage: (transfer full)
 *
 * What is needed to say the passage goes over: not what was written, and of rules only that there
 * was one.
 */
GBytes *oq_wire_pack_passage(const OqPassage *passage);

/**
 * oq_wire_unpack_passage:
 * @passage: initialized; overwritten
 *
 * Returns: FALSE and OQ_SPEECH_ERROR_RECORD: what @passage holds then is not to be said
 */
gboolean oq_wire_unpack_passage(GBytes *record, OqPassage *passage, GError **error);

/** oq_wire_pack_speech_head: (transfer full): all but the samples, which follow as they are. */
GBytes *oq_wire_pack_speech_head(const OqSpeech *speech);

/** oq_wire_pack_speech: (transfer full) */
GBytes *oq_wire_pack_speech(const OqSpeech *speech);

/** oq_wire_unpack_speech: (transfer full): NULL and OQ_SPEECH_ERROR_RECORD. */
OqSpeech *oq_wire_unpack_speech(GBytes *record, GError **error);

/** oq_wire_pack_error: (transfer full): of another domain than OQ_SPEECH_ERROR: as _FAILED. */
GBytes *oq_wire_pack_error(const GError *error);

/** oq_wire_unpack_error: sets @error to what was packed, or to OQ_SPEECH_ERROR_RECORD. */
void oq_wire_unpack_error(GBytes *record, GError **error);
