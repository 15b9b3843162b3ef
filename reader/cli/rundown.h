/* rundown.h - the texts of a bulletin, as the command line names them: a list of them, jingles, a
 * file for each. */
#pragma once

#include "cli/inputs.h"
#include "radio/production.h"

/** oq_rundown_check: FALSE and OQ_USAGE_ERROR when options were given that do not go together. */
gboolean oq_rundown_check(const OqCall *call, GError **error);

/**
 * oq_rundown_read: what --list names, if it was given.
 * @call: its words become @words
 * @order: (out) (transfer full): stays as it is without a list; so do the words
 * @words: (out) (transfer full): the texts of the list
 *
 * Returns: FALSE and OQ_USAGE_ERROR, or OQ_RUNNING_ORDER_ERROR
 */
gboolean oq_rundown_read(OqCall *call, OqRunningOrder **order, char ***words, GError **error);

OqBulletinSounds oq_rundown_sounds(const OqOptions *options);

/**
 * oq_rundown_add: a text, in the way that the list wants it said.
 * @index: of its file, among those of @inputs
 *
 * Returns: as oq_production_add()
 */
gboolean oq_rundown_add(const OqInputs *inputs, guint index, OqCursor *cursor,
	OqProduction *production, GError **error);

/** oq_rundown_measure: the same where it is only measured how long that takes; @rate_hz: of the
 * speech. Returns: as oq_render_add() */
gboolean oq_rundown_measure(const OqInputs *inputs, guint index, OqCursor *cursor, OqRender *render,
	guint rate_hz, GError **error);

/** OqRundownNamed: the file of the inputs that has the @index is to become @path. @title:
 * (nullable). */
typedef gboolean (*OqRundownNamed)(
	guint index, const char *title, const char *path, gpointer data, GError **error);

/** oq_rundown_name_each: by the pattern of --each. FALSE: the error of @named, or that of the
 * pattern, an OQ_USAGE_ERROR. */
gboolean oq_rundown_name_each(
	const OqInputs *inputs, OqRundownNamed named, gpointer data, GError **error);
