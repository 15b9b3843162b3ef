/* resume.h - what tells a render from all others that are not to become the same audio. */
#pragma once

#include "cli/call.h"

/**
 * oq_resume_key: (transfer full): of the program, the options that are heard, the files of the
 * user's settings and the texts.
 * @files: NULL-terminated
 */
char *oq_resume_key(const OqCall *call, char *const *files);
