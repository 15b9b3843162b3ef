# No Cyrillic letter stands in C outside text/characters/: words and endings are the tables', what
# letters do is told by letters.h and roles.h. Comments may show what they like.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# What eSpeak NG is trusted with is told by ranges.
set(excepted "^reader/text/characters/|^reader/speech/espeak/espeak_text[.]c$")

# UTF-8: letters from U+0400 to U+052F begin with these.
string(ASCII 208 first)
string(ASCII 209 second)
string(ASCII 210 third)
string(ASCII 211 fourth)
string(ASCII 212 fifth)
set(letter "[${first}${second}${third}${fourth}${fifth}]")
set(code "0[xX]0*(4[0-9A-Fa-f][0-9A-Fa-f]|5[0-2][0-9A-Fa-f])[^0-9A-Za-z]")
set(escape "[\\]u0(4[0-9A-Fa-f][0-9A-Fa-f]|5[0-2][0-9A-Fa-f])")

find_sources(files reader/*.c reader/*.h)
foreach(file ${files})
  if(file MATCHES "${excepted}")
    continue()
  endif()
  file(READ ${SOURCE}/${file} text)
  string(REGEX REPLACE "/[*]([^*]|[*]+[^*/])*[*]+/" "" text "${text}")
  if(text MATCHES "[^\n]*(${letter}|${code}|${escape})[^\n]*")
    string(STRIP "${CMAKE_MATCH_0}" line)
    complain(${file} "${line}")
  endif()
endforeach()
verdict()
