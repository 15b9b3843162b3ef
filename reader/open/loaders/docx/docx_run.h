/* docx_run.h - what the properties of a run of text in a DOCX say. */
#pragma once

#include "open/markup/xml_pull.h"

/** All zero: nothing is said. */
typedef struct {
	char *lang; /* nullable */
	gboolean is_hidden;
	gboolean is_raised;
} OqDocxRun;

/** oq_docx_run_clear: nothing is said. */
void oq_docx_run_clear(OqDocxRun *run);

/** oq_docx_run_read: an element has started. Returns: FALSE: it is none of them. */
gboolean oq_docx_run_read(OqDocxRun *run, OqXmlPull *xml);

/** oq_docx_run_is_on: of an element: "on", "1", "true" or nothing at all. */
gboolean oq_docx_run_is_on(OqXmlPull *xml);
