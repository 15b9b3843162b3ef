/* introduce.h - how the sound server is told who plays.
 *
 * ALSA's plugins for PulseAudio and PipeWire name a stream after the program's file and give it no
 * role; what they are told by the environment goes before that. By the role the server turns music
 * down while we speak.
 */
#pragma once

/** oq_introduce: @name: the program's, as a mixer shows it; UTF-8. What the user has set for these
 * servers stays. Before the first thread. */
void oq_introduce(const char *name);
