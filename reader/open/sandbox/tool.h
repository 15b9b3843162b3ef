/* tool.h - a program of others that makes text of what no library opens: antiword or catdoc of a
 * Word 97 file, tesseract of pictures. They are there or not.
 *
 * It is started by a process that is forked before the rights are given up, and has fewer of them
 * than whoever starts programs (tool_box.h), though more than a parser. One thread. */
#pragma once

#include "open/loader.h"

typedef enum {
	OQ_TOOL_WORD,    /* the file itself, as text */
	OQ_TOOL_PICTURE, /* what it is given, a picture in a file's format, as a table of words */
} OqToolKind;

/**
 * oq_tool_new: before the box is entered and anything is prepared.
 * @folders: (nullable): where the programs may be, NULL at the end; NULL: where Debian has them
 *
 * Returns: (nullable): NULL: the file is for no tool, or that is not installed
 */
OqTool *oq_tool_new(const OqOpenJob *job, const char *const *folders);
void oq_tool_free(OqTool *tool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqTool, oq_tool_free)

OqToolKind oq_tool_kind(const OqTool *tool);

/**
 * oq_tool_run: waits for the program.
 * @bytes: (nullable): a picture
 *
 * Returns: (transfer full): what it wrote, UTF-8 or not, up to OQ_LIMIT_TREE_MB; NULL and
 *   OQ_OPEN_ERROR_DAMAGED: it failed, which it does when the file is not what it seems
 */
GBytes *oq_tool_run(OqTool *tool, const void *bytes, gsize n_bytes, GError **error);
