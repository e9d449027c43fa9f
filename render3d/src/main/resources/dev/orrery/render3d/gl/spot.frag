#version 330 core
flat in vec4 body;
flat in float radius;
out vec4 pixel;
void main() {
    // The picture is upside down for GL, so the point's own y already points downwards for the eye.
    vec2 d = vec2(gl_PointCoord.x, 1.0 - gl_PointCoord.y) * 2.0 - 1.0;
    float rr = dot(d, d);
    float cover = clamp((1.0 - sqrt(rr)) * radius, 0.0, 1.0);
    float up = sqrt(max(0.0, 1.0 - rr));
    float light = max(0.0, dot(vec3(d, up), vec3(-0.45, -0.58, 0.68)));
    float shine = light * light;
    shine *= shine;
    shine *= shine;
    vec3 colour = body.rgb * (0.4 + 0.72 * light) + vec3(0.34) * shine * shine * body.a;
    pixel = vec4(colour, body.a * cover);
}
