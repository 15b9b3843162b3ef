/* device.h - the device contract: takes frames ahead of time and lets them be heard.
 *
 * One thread controls a device: it calls every function below. None of them waits for the device,
 * so a sound server that hangs holds up nobody; that it hangs is told by a notice. Opening and
 * freeing a device may take a moment: see the header of its kind.
 *
 * Between start and stop the device calls back. stop returns only when no fill is under way, and
 * none follows; a notice may come late, until free returns. A run is what is between them: frames
 * are counted from its beginning. A frame is one mono 16-bit sample.
 */
#pragma once

#include <glib.h>

#define OQ_DEVICE_ERROR (oq_device_error_quark())
GQuark oq_device_error_quark(void);

typedef enum {
	OQ_DEVICE_ERROR_NONE,    /* there is no sound device, or none of that name */
	OQ_DEVICE_ERROR_FORMAT,  /* it does not play at this rate */
	OQ_DEVICE_ERROR_LOST,    /* it failed or no longer answers; start tries again */
	OQ_DEVICE_ERROR_STOPPED, /* the caller did not want to wait any longer */
} OqDeviceError;

/** Whoever plays on a device. */
typedef struct {
	/* Gives up to n_frames of sound, and returns how many; the device plays silence for the
	 * rest, which does not count as frames. A realtime thread's: no lock, no memory, no log. */
	gsize (*fill)(gint16 *frames, gsize n_frames, gpointer data);
	/* The alarm's frame was heard, or the device is lost: check() tells. On any thread but the
	 * realtime one; may do no more than wake another thread. */
	void (*notice)(gpointer data);
} OqDeviceUser;

typedef struct _OqDevice OqDevice;

/** What a kind of device implements; the functions below call it. */
typedef struct {
	void (*start)(OqDevice *device, const OqDeviceUser *user, gpointer data);
	guint64 (*stop)(OqDevice *device);
	guint64 (*heard)(OqDevice *device);
	void (*alarm)(OqDevice *device, guint64 n_frames);
	gboolean (*check)(OqDevice *device, GError **error);
	void (*free)(OqDevice *device);
} OqDeviceClass;

/** The head of every device's own struct. */
struct _OqDevice {
	const OqDeviceClass *klass;
	guint rate_hz;
};

/** oq_device_start: after new, stop, or a loss: then the device is looked for again. @user must
 * stay until stop. That it does not start is a loss. */
void oq_device_start(OqDevice *device, const OqDeviceUser *user, gpointer data);

/**
 * oq_device_stop: silent at once. Frames that were taken and not heard yet never will be.
 *
 * Returns: how many frames of this run were heard; if the device was lost, those that were
 *   certainly heard, which may be fewer than oq_device_heard() believed
 */
guint64 oq_device_stop(OqDevice *device);

/** oq_device_heard: how many of this run's frames were heard by now; between start and stop. Never
 * goes back. */
guint64 oq_device_heard(OqDevice *device);

/** oq_device_alarm: asks for one notice when n_frames of this run were heard; replaces the alarm
 * before; start and stop forget it. G_MAXUINT64: none. Between start and stop. */
void oq_device_alarm(OqDevice *device, guint64 n_frames);

/** oq_device_check: FALSE and OQ_DEVICE_ERROR when this run's device is lost. */
gboolean oq_device_check(OqDevice *device, GError **error);

/** oq_device_free: between start and stop, too. @device may be NULL. */
void oq_device_free(OqDevice *device);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqDevice, oq_device_free)
