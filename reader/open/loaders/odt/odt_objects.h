/* odt_objects.h - what an ODT takes in and keeps as members of its own; formulas are read. */
#pragma once

#include "open/loader.h"

typedef struct _OqOdtObjects OqOdtObjects;

/** oq_odt_objects_new: @job: outlives it. */
OqOdtObjects *oq_odt_objects_new(const OqOpenJob *job);
void oq_odt_objects_free(OqOdtObjects *objects);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqOdtObjects, oq_odt_objects_free)

/** oq_odt_objects_formula: (transfer full) (nullable): in a line; NULL: it is none, or not there.
 * @href: (nullable): of the object, "./Object 1" */
char *oq_odt_objects_formula(OqOdtObjects *objects, const char *href);
