# embed_fonts(TARGET RESOURCE PACKAGE FOLDER FILES...): fonts of the build machine go into the program, so that a text has
# the same width on every PC. Nothing of them lies in the repository.
function(embed_fonts target resource package folder)
    list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE files)
    foreach(file IN LISTS files)
        if(NOT EXISTS ${file})
            message(FATAL_ERROR "${file} is missing (Debian: ${package}); scripts/install fetches it.")
        endif()
    endforeach()
    qt_add_resources(${target} ${resource} PREFIX "/fonts" BASE ${folder} FILES ${files})
endfunction()
