/* setup_speech.h - Kazakh by our module for all programs that speak through Speech Dispatcher: its
 * settings of this user, and how they were before. */
#pragma once

#include <glib.h>

#define OQ_SETUP_SPEECH_ERROR (oq_setup_speech_error_quark())
GQuark oq_setup_speech_error_quark(void);

typedef enum {
	OQ_SETUP_SPEECH_ERROR_NO_MODULE, /* sd_oqyrman was not installed */
	OQ_SETUP_SPEECH_ERROR_NO_SERVER, /* Speech Dispatcher was not */
} OqSetupSpeechError;

/** Where all is. */
typedef struct {
	const char *file;    /* the user's speechd.conf, which need not exist */
	const char *system;  /* the folder of the system's */
	const char *modules; /* the folder of the modules that Speech Dispatcher finds itself */
	const char *program; /* (nullable): our module; NULL: there is none */
} OqSpeechPlaces;

/**
 * oq_setup_speech: adds to the user's settings, or to a copy of the system's where there are none,
 * what makes our module the one for Kazakh. Done twice it is as done once.
 * @for_all: it is also the one for every language for which the settings name no other
 *
 * Returns: FALSE and OQ_SETUP_SPEECH_ERROR, G_FILE_ERROR or an error of beside.h
 */
gboolean oq_setup_speech(const OqSpeechPlaces *places, gboolean for_all, GError **error);

/**
 * oq_setup_speech_undo: takes just that away; a file that we made, and nobody changed, too.
 * @was_there: (out): there was something to take away
 *
 * Returns: FALSE and G_FILE_ERROR or an error of beside.h
 */
gboolean oq_setup_speech_undo(const OqSpeechPlaces *places, gboolean *was_there, GError **error);
