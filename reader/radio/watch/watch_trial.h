/* watch_trial.h - whether anything can be rendered as it is wished.
 *
 * With wrong options all texts would be moved aside; so they are tried before, on a text of one
 * word.
 */
#pragma once

#include "radio/watch/watch.h"
#include "radio/watch/watch_folders.h"

/**
 * oq_watch_trial_run:
 * @loop: is run until the trial is over; whoever quits it ends the trial
 *
 * Returns: FALSE and OQ_WATCH_ERROR_RENDER, with what was said about the options, or an error of
 *   oq_errand_new(); what else goes wrong may be another thing with the next text
 */
gboolean oq_watch_trial_run(
	const OqWatchWish *wish, const OqWatchFolders *folders, GMainLoop *loop, GError **error);
