/* Opens a client of JACK's, as PortAudio would; exits with 77 where there is no libjack. */
#include <dlfcn.h>
#include <stddef.h>

int
main(void)
{
	enum { NO_START_SERVER = 1 };
	void *library = dlopen("libjack.so.0", RTLD_NOW);
	void *(*open_client)(const char *, int, int *) = NULL;
	int status;
	if (library != NULL)
		*(void **)&open_client = dlsym(library, "jack_client_open");
	if (open_client == NULL)
		return 77;
	for (int i = 0; i < 20; i++)
		open_client("oqyrman-test", NO_START_SERVER, &status);
	return 0;
}
