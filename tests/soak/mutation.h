/* mutation.h - documents that are damaged at random, the same way for the same numbers. */
#pragma once

#include <glib.h>

typedef struct _Mutation Mutation;

/** mutation_new: of the files below a folder; of its tests' other files none. */
Mutation *mutation_new(const char *folder);
void mutation_free(Mutation *mutation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Mutation, mutation_free)

/** mutation_make: (transfer full): @extension: (out) (transfer none): of the file's name. */
GBytes *mutation_make(
	const Mutation *mutation, guint32 seed, guint32 number, const char **extension);
