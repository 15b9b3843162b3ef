/* plan.h - which audio files render makes, of which texts: one of all where -o names it, else
 * one of each, beside it or in the folder that -o names, by its own name or by a pattern. */
#pragma once

#include "cli/inputs.h"
#include "radio/production.h"

typedef struct {
	char **files; /* NULL-terminated */
	char *path;
	char *key;        /* (nullable): with --resume */
	char *title;      /* (nullable): with --each */
	guint first_item; /* of the files that the inputs have: that of the first one */
} OqPlanned;

/** oq_plan_check: FALSE and OQ_USAGE_ERROR for what is wrong whatever the texts are. */
gboolean oq_plan_check(const OqCall *call, GError **error);

/**
 * oq_plan_new: (transfer full) (element-type OqPlanned)
 * @inputs: of all texts
 *
 * Returns: NULL and OQ_USAGE_ERROR, or OQ_BESIDE_ERROR_TAKEN when one of them is there and has to
 * stay
 */
GPtrArray *oq_plan_new(const OqInputs *inputs, GError **error);

/** oq_plan_taken: what becomes of files that have their names. */
OqTaken oq_plan_taken(const OqOptions *options);
