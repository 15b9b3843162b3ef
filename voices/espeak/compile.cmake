# Compiles the Kazakh voice into a data folder of eSpeak NG's of our own: links to the system's data,
# but with our dictionary, language file and variants.
#   cmake -D SOURCE=voices/espeak -D SYSTEM=/usr/lib/…/espeak-ng-data -D DATA=folder -P compile.cmake
# The folder's stamp names the phoneme table that the dictionary was compiled for; it is written last,
# so a folder without one is not whole.
cmake_minimum_required(VERSION 3.25)

foreach(name SOURCE SYSTEM DATA)
  if(NOT ${name})
    message(FATAL_ERROR "compile.cmake needs -D ${name}=…")
  endif()
endforeach()
if(NOT EXISTS ${SYSTEM}/phontab)
  message(FATAL_ERROR "${SYSTEM} is no data folder of eSpeak NG: install the package espeak-ng-data")
endif()

# link_all FOLDER: real folders below DATA, a link for each file
function(link_all folder)
  file(GLOB_RECURSE files RELATIVE ${SYSTEM} ${SYSTEM}/${folder}/*)
  foreach(file ${files})
    get_filename_component(parent ${DATA}/${file} DIRECTORY)
    file(MAKE_DIRECTORY ${parent})
    file(CREATE_LINK ${SYSTEM}/${file} ${DATA}/${file} SYMBOLIC)
  endforeach()
endfunction()

file(REMOVE_RECURSE ${DATA})
link_all("")
file(REMOVE ${DATA}/kk_dict ${DATA}/lang/trk/kk)
file(COPY ${SOURCE}/kk DESTINATION ${DATA}/lang/trk)
file(GLOB variants ${SOURCE}/variants/*)
file(COPY ${variants} DESTINATION ${DATA}/voices/!v)

# eSpeak NG finds the two files by its working folder, and writes a part of the dictionary even when
# it fails.
execute_process(COMMAND espeak-ng --path=${DATA} --compile=kk WORKING_DIRECTORY ${SOURCE}
  RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT status EQUAL 0 OR NOT EXISTS ${DATA}/kk_dict OR said MATCHES "rror|[Bb]ad |[Uu]nknown")
  file(REMOVE ${DATA}/kk_dict)
  message(FATAL_ERROR "eSpeak NG could not compile voices/espeak (${status}):\n${said}")
endif()
file(SHA256 ${SYSTEM}/phontab sum)
file(WRITE ${DATA}/stamp "${sum}\n")
