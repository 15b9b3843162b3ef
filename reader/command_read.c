#include "resources.h"
#include "speak.h"

gboolean
oq_command_read(const OqCall *call, GError **error)
{
	return oq_speak_files(call, oq_resources_player, FALSE, error);
}
