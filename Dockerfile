# One service as an image. ops/images gathers its jars first; SERVICE is the module's name.
FROM eclipse-temurin:25-jre

ARG SERVICE
# What changes seldom comes first, so that a new version of ours is a small layer.
COPY ${SERVICE}/target/image/lib /app/lib
COPY ${SERVICE}/target/image/own /app/own

# Nothing is written but under /tmp: the root file system may be read-only.
ENV HOME=/tmp \
    LANG=C.UTF-8 \
    SERVER_PORT=8080 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"
WORKDIR /tmp
USER 10001:10001
EXPOSE 8080

# The base has neither curl nor wget; bash speaks enough HTTP for one question.
HEALTHCHECK --interval=5s --timeout=4s --start-period=240s --retries=6 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r -t 3 _ status _ <&3 && [ \"$status\" = 200 ]"]

ENTRYPOINT ["java", "@/app/own/arguments"]
