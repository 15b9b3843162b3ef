/* device.c - see the header. */
#include "audio/playing/device.h"

G_DEFINE_QUARK(oq_device_error, oq_device_error)

void
oq_device_start(OqDevice *device, const OqDeviceUser *user, gpointer data)
{
	g_return_if_fail(user->fill != NULL && user->notice != NULL);
	device->klass->start(device, user, data);
}

guint64
oq_device_stop(OqDevice *device)
{
	return device->klass->stop(device);
}

guint64
oq_device_heard(OqDevice *device)
{
	return device->klass->heard(device);
}

void
oq_device_alarm(OqDevice *device, guint64 n_frames)
{
	device->klass->alarm(device, n_frames);
}

gboolean
oq_device_check(OqDevice *device, GError **error)
{
	return device->klass->check(device, error);
}

void
oq_device_free(OqDevice *device)
{
	if (device != NULL)
		device->klass->free(device);
}
