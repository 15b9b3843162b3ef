/* watch_job.h - a text under way: from a claim to audio, or aside. */
#pragma once

#include "radio/watch/claim.h"
#include "radio/watch/watch.h"
#include "radio/watch/watch_folders.h"

typedef enum {
	OQ_WATCH_JOB_WORKING,
	OQ_WATCH_JOB_STUCK, /* the disk does not do as it should: to be tried again */
	OQ_WATCH_JOB_OVER,  /* audio and text are where they belong, or somebody has removed them */
} OqWatchJobState;

typedef struct _OqWatchJob OqWatchJob;

/** OqWatchJobChanged: its state is another one. */
typedef void (*OqWatchJobChanged)(OqWatchJob *job, gpointer data);

/**
 * oq_watch_job_new:
 * @claim: (transfer full)
 * @changed: called later by the thread's default context, or at once by oq_watch_job_try()
 */
OqWatchJob *oq_watch_job_new(const OqWatchWish *wish, const OqWatchFolders *folders, OqClaim *claim,
	OqWatchJobChanged changed, gpointer data);

/** oq_watch_job_free: what is under way is stopped; a text of which nothing was moved yet is put
 * back. */
void oq_watch_job_free(OqWatchJob *job);

/** oq_watch_job_try: begins, or goes on where it was STUCK. */
void oq_watch_job_try(OqWatchJob *job);

OqWatchJobState oq_watch_job_state(const OqWatchJob *job);
const char *oq_watch_job_name(const OqWatchJob *job);

/** oq_watch_job_trouble: (nullable): why it is STUCK. */
const char *oq_watch_job_trouble(const OqWatchJob *job);
