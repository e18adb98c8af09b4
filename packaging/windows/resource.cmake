# Version information, icon and manifest of the two programs.
find_program(RSVG_CONVERT rsvg-convert REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(PYTHON3 python3 REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(maiam_icon ${CMAKE_CURRENT_BINARY_DIR}/maiam.ico)
set(icon_pngs)
foreach(size 16 20 24 32 40 48 64 256)
    set(png ${CMAKE_CURRENT_BINARY_DIR}/maiam-${size}.png)
    add_custom_command(OUTPUT ${png}
        COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${png} ${PROJECT_SOURCE_DIR}/packaging/windows/maiam.svg
        DEPENDS ${PROJECT_SOURCE_DIR}/packaging/windows/maiam.svg VERBATIM)
    list(APPEND icon_pngs ${png})
endforeach()
add_custom_command(OUTPUT ${maiam_icon}
    COMMAND ${PYTHON3} ${PROJECT_SOURCE_DIR}/packaging/windows/lib/make-icon ${maiam_icon} ${icon_pngs}
    DEPENDS ${icon_pngs} ${PROJECT_SOURCE_DIR}/packaging/windows/lib/make-icon VERBATIM)
add_custom_target(maiam_windows_icon DEPENDS ${maiam_icon})

function(maiam_windows_resource program)
    get_target_property(suffix ${program} SUFFIX)
    set(MAIAM_FILE_NAME maiam.exe)
    if(suffix)
        set(MAIAM_FILE_NAME maiam${suffix})
    endif()
    set(MAIAM_MANIFEST ${PROJECT_SOURCE_DIR}/packaging/windows/maiam.manifest)
    set(MAIAM_ICON ${maiam_icon})
    configure_file(${PROJECT_SOURCE_DIR}/packaging/windows/maiam.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${program}.rc PROPERTIES
        OBJECT_DEPENDS "${maiam_icon};${MAIAM_MANIFEST}")
    add_dependencies(${program} maiam_windows_icon)
endfunction()
