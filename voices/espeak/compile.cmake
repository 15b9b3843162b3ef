# Makes a complete data folder for eSpeak NG: the system's own, by links, with this Kazakh language
# and dictionary, and the voice variants of SOURCE/variants if there are any.
#
#   cmake -D SOURCE=voices/espeak -D SYSTEM=/usr/lib/x86_64-linux-gnu/espeak-ng-data \
#         -D DATA=build/espeak-ng-data [-D ESPEAK=/usr/bin/espeak-ng] -P voices/espeak/compile.cmake
#
# SYSTEM is the folder with phontab that belongs to the library which will read DATA: a dictionary
# holds numbers of phonemes, so it is good for that phontab only. The file "stamp" in DATA, written
# last, tells of each file what it was then (reader/speech/espeak/espeak_data.h): eSpeak NG itself
# looks at none of them before it believes it. DATA is made anew each time; when anything fails it
# is removed, so there is never half a dictionary.

cmake_minimum_required(VERSION 3.25)

foreach(folder SOURCE SYSTEM DATA)
  if("${${folder}}" STREQUAL "")
    message(FATAL_ERROR "compile.cmake: -D ${folder}=FOLDER is needed")
  endif()
  file(REAL_PATH "${${folder}}" ${folder})
endforeach()
if(NOT EXISTS "${SYSTEM}/phontab")
  message(FATAL_ERROR "compile.cmake: no eSpeak NG data in ${SYSTEM} (package espeak-ng-data)")
endif()
file(GLOB old "${DATA}/*")
if(old AND NOT IS_SYMLINK "${DATA}/phontab")
  message(FATAL_ERROR "compile.cmake: ${DATA} was not made here, it is left alone")
endif()
find_program(ESPEAK espeak-ng)
if(NOT ESPEAK)
  message(FATAL_ERROR "compile.cmake: no espeak-ng to compile with (package espeak-ng)")
endif()

# eSpeak NG cuts paths at 160 bytes, so it is given a short one that leads to the open folder.
# run_espeak STATUS OUTPUT ERRORS ARGUMENT...
function(run_espeak status output errors)
  execute_process(
    COMMAND sh -c "exec \"$0\" --path=/proc/self/fd/3 \"$@\" 3<\"$OQ_DATA\"" "${ESPEAK}" ${ARGN}
    WORKING_DIRECTORY "${SOURCE}" RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE told
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_STRIP_TRAILING_WHITESPACE)
  set(${status} "${result}" PARENT_SCOPE)
  set(${output} "${said}" PARENT_SCOPE)
  set(${errors} "${told}" PARENT_SCOPE)
endfunction()

# What is wrong is told on lines of its own, "oqyrman: …", before CMake tells where in here that was found.
function(fail text)
  file(REMOVE_RECURSE "${DATA}")
  foreach(line IN LISTS ARGN)
    message("oqyrman: ${line}")
  endforeach()
  if(NOT ARGN)
    message("oqyrman: ${text}")
  endif()
  message(FATAL_ERROR "compile.cmake: ${text}")
endfunction()

# Directories are real, so that files of our own can stand among the links.
function(link_tree folder)
  file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE "${SYSTEM}" "${SYSTEM}/${folder}/*")
  foreach(file IN LISTS files)
    cmake_path(GET file PARENT_PATH parent)
    file(MAKE_DIRECTORY "${DATA}/${parent}")
    file(CREATE_LINK "${SYSTEM}/${file}" "${DATA}/${file}" SYMBOLIC)
  endforeach()
endfunction()

# The compiler's complaints as FILE:LINE: WHY, where FILE is the one that somebody edits.
function(find_wrong_lines result said)
  string(REPLACE "[" "(" said "${said}")
  string(REPLACE "]" ")" said "${said}")
  string(REPLACE ";" "," said "${said}")
  string(REGEX REPLACE "\n" ";" said "${said}")
  set(wrong)
  foreach(line IN LISTS said)
    if(line MATCHES "^Compiling: '(.*)'")
      set(file "${CMAKE_MATCH_1}")
    elseif(line MATCHES "^ *([0-9]+): *(.*)")
      list(APPEND wrong "${SOURCE}/${file}:${CMAKE_MATCH_1}: ${CMAKE_MATCH_2}")
    endif()
  endforeach()
  set(${result} "${wrong}" PARENT_SCOPE)
endfunction()

foreach(file kk kk_rules kk_list)
  if(NOT EXISTS "${SOURCE}/${file}")
    fail("${SOURCE}/${file} is missing")
  endif()
endforeach()
# Of two groups for the same letters eSpeak NG takes the second, without a word.
file(STRINGS "${SOURCE}/kk_rules" groups REGEX "^\\.group" ENCODING UTF-8)
set(seen)
foreach(line IN LISTS groups)
  string(REGEX MATCH "^\\.group[ \t]*[^ \t]*" group "${line}")
  string(REGEX REPLACE "[ \t]+" " " group "${group}")
  if(group IN_LIST seen)
    fail("kk_rules has “${group}” twice: eSpeak NG would forget the first one")
  endif()
  list(APPEND seen "${group}")
endforeach()

# The stamp goes first and the link to phontab stays, so that what an interruption leaves is neither
# taken for a whole folder nor for somebody else's.
file(REMOVE "${DATA}/stamp")
foreach(entry IN LISTS old)
  if(NOT entry STREQUAL "${DATA}/phontab")
    file(REMOVE_RECURSE "${entry}")
  endif()
endforeach()
file(MAKE_DIRECTORY "${DATA}")
file(CREATE_LINK "${SYSTEM}/phontab" "${DATA}/phontab" SYMBOLIC)
file(MAKE_DIRECTORY "${DATA}/lang/trk" "${DATA}/voices/!v")
link_tree(lang)
link_tree(voices)
file(GLOB entries RELATIVE "${SYSTEM}" "${SYSTEM}/*")
list(REMOVE_ITEM entries lang voices phontab kk_dict)
foreach(entry IN LISTS entries)
  file(CREATE_LINK "${SYSTEM}/${entry}" "${DATA}/${entry}" SYMBOLIC)
endforeach()

file(REMOVE "${DATA}/lang/trk/kk")
file(COPY "${SOURCE}/kk" DESTINATION "${DATA}/lang/trk")
file(GLOB variants "${SOURCE}/variants/*")
foreach(variant IN LISTS variants)
  cmake_path(GET variant FILENAME name)
  file(REMOVE "${DATA}/voices/!v/${name}")
  file(COPY "${variant}" DESTINATION "${DATA}/voices/!v")
endforeach()

# The compiler writes a dictionary even when it finds errors.
set(ENV{OQ_DATA} "${DATA}")
run_espeak(status said told --compile=kk)
string(APPEND said "\n${told}\n")
# It looks for the dictionary that it is about to write.
string(REGEX REPLACE "Can't read dictionary file:[^\n]*\n" "" said "${said}")
if(NOT status STREQUAL "0" OR said MATCHES "(^|\n) *[0-9]+: |[Ee]rror|Bad|Can't"
    OR NOT EXISTS "${DATA}/kk_dict")
  find_wrong_lines(wrong "${said}")
  fail("the Kazakh dictionary does not compile (${status}):\n${said}" ${wrong})
endif()

# A wrong key in a language or voice file is a message, not a failure.
set(voices kk)
foreach(variant IN LISTS variants)
  cmake_path(GET variant FILENAME name)
  list(APPEND voices "kk+${name}")
endforeach()
foreach(voice IN LISTS voices)
  run_espeak(status phonemes said -v "${voice}" -q -x "қазақ")
  if(NOT status STREQUAL "0" OR NOT said STREQUAL "" OR phonemes STREQUAL "")
    fail("the voice ${voice} does not speak (${status}): ${said}")
  endif()
endforeach()

# A line of the stamp.
set(stamp "#: size\ttime\tsha256\tname\tneeds\n")
function(stamp name path)
  set(needs "")
  if(name MATCHES "(^|/)lang/")
    find_dictionary("${path}" needs)
  endif()
  file(SIZE "${path}" size)
  file(TIMESTAMP "${path}" time "%s" UTC)
  file(SHA256 "${path}" sum)
  set(stamp "${stamp}${size}\t${time}\t${sum}\t${name}\t${needs}\n" PARENT_SCOPE)
endfunction()

# As eSpeak NG finds it: the one that the file names, else that of its first language.
function(find_dictionary path dictionary)
  set(name en)
  foreach(key language dictionary)
    file(STRINGS "${path}" lines REGEX "^${key}[ \t]" ENCODING UTF-8)
    if(lines)
      list(GET lines 0 line)
      string(REGEX REPLACE "^${key}[ \t]+([^- \t\r]*).*" "\\1" name "${line}")
    endif()
  endforeach()
  set(${dictionary} ${name}_dict PARENT_SCOPE)
endfunction()

# What is called stock/ is the system's own, where another one has its place here.
file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE "${DATA}" "${DATA}/lang/*" "${DATA}/voices/*"
  "${DATA}/*_dict")
foreach(file IN ITEMS phontab phonindex phondata intonations LISTS files)
  stamp("${file}" "${DATA}/${file}")
  if(NOT IS_SYMLINK "${DATA}/${file}" AND EXISTS "${SYSTEM}/${file}")
    stamp("stock/${file}" "${SYSTEM}/${file}")
  endif()
endforeach()
file(WRITE "${DATA}/stamp" "${stamp}# end\n")
