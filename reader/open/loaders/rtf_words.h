/* rtf_words.h - RTF as groups, control words and bytes of text. */
#pragma once

#include "open/loader.h"

typedef enum {
	OQ_RTF_OPEN,  /* { */
	OQ_RTF_CLOSE, /* } */
	OQ_RTF_WORD,  /* \word or \word12 */
	OQ_RTF_BYTE,  /* of text, in the encoding of the font */
	OQ_RTF_OVER,
} OqRtfKind;

typedef struct {
	OqRtfKind kind;
	char word[32]; /* without a number; of a symbol, that: "~" */
	gboolean has_number;
	gint number;
	guint8 byte;
} OqRtfToken;

typedef struct {
	const OqOpenJob *job;
	guint64 offset; /* of the file: what is read next */
	guint8 bytes[4096];
	gsize n_bytes;
	gsize at;
	gboolean is_within; /* something stood in the group before */
} OqRtfWords;

/** oq_rtf_words_next: OQ_RTF_OVER at the end, or with @error: that of a read. */
OqRtfToken oq_rtf_words_next(OqRtfWords *words, GError **error);

/** oq_rtf_words_skip_bytes: what \bin announces. */
void oq_rtf_words_skip_bytes(OqRtfWords *words, guint64 n_bytes);

/** oq_rtf_words_code_page: of a font's \fcharset; 0: that of the file. */
gint oq_rtf_words_code_page(gint charset);

/** oq_rtf_words_is_skipped: a destination without text that is read. */
gboolean oq_rtf_words_is_skipped(const char *word);

/** oq_rtf_words_character: (nullable): what a word such as \emdash stands for. */
const char *oq_rtf_words_character(const char *word);
