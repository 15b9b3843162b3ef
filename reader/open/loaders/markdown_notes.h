/* markdown_notes.h - footnotes of Markdown, as pandoc, GitHub and Obsidian have them: "[^name]"
 * refers to one, and what stands behind "[^name]:" at the beginning of a line is its text. */
#pragma once

#include "open/loader.h"

typedef struct _OqMarkdownNotes OqMarkdownNotes;

/** OqMarkdownPlain: Returns: (transfer full): what of a text is no markup. */
typedef char *(*OqMarkdownPlain)(const char *markdown);

OqMarkdownNotes *oq_markdown_notes_new(OqNotes wish, OqMarkdownPlain plain);
void oq_markdown_notes_free(OqMarkdownNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMarkdownNotes, oq_markdown_notes_free)

/** oq_markdown_notes_take: Returns: (transfer full): the text without the notes, which are kept. */
char *oq_markdown_notes_take(OqMarkdownNotes *notes, const char *text);

/** oq_markdown_notes_refer: appends text of the block that is being written to @out, but for what
 * refers to notes that there are. _take_back: the block did not refer to any. */
void oq_markdown_notes_refer(OqMarkdownNotes *notes, const char *text, GString *out);
void oq_markdown_notes_take_back(OqMarkdownNotes *notes);

/** oq_markdown_notes_end_block, _end: as in notes.h. */
void oq_markdown_notes_end_block(OqMarkdownNotes *notes, OqBlockWriter *out);
void oq_markdown_notes_end(OqMarkdownNotes *notes, OqBlockWriter *out);
