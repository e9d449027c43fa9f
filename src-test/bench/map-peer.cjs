// Measures 3d-force-graph in Chromium over OpenGL under Xvfb: frames that requestAnimationFrame gets while the camera orbits.
//   node map-peer.cjs FOLDER SECONDS NODES/LINKS...
// FOLDER holds node_modules/3d-force-graph. Positions are given, the force engine stands still, nothing is picked: only
// drawing counts, which is in the peer's favour. Prints one JSON line a size.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');

const [folder, seconds, ...sizes] = process.argv.slice(2);
const bundle = path.join(folder, 'node_modules/3d-force-graph/dist/3d-force-graph.min.js');
const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(name =>
  process.env.PATH.split(':').some(place => fs.existsSync(path.join(place, name))));

function page(nodes, links) {
  return `<!doctype html><body style="margin:0"><div id="graph"></div><script src="/peer.js"></script><script>
let seed = 7;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const nodes = Array.from({length: ${nodes}}, (none, id) =>
  ({id, group: id % 12, x: 900 * (random() - 0.5), y: 500 * (random() - 0.5), z: 900 * (random() - 0.5)}));
const links = Array.from({length: ${links}}, () =>
  ({source: Math.floor(random() * ${nodes}), target: Math.floor(random() * ${nodes})}));
const graph = ForceGraph3D()(document.getElementById('graph')).width(1280).height(720).enablePointerInteraction(false)
  .enableNavigationControls(false).warmupTicks(0).cooldownTicks(0).nodeAutoColorBy('group').graphData({nodes, links});
const gl = graph.renderer().getContext();
const info = gl.getExtension('WEBGL_debug_renderer_info');
const renderer = info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER);
const times = [];
let begun = 0;
function frame(now) {
  if (!begun && now > 1000) begun = now;
  if (begun) times.push(now);
  graph.cameraPosition({x: 900 * Math.sin(now / 3000), y: 300, z: 900 * Math.cos(now / 3000)}, {x: 0, y: 0, z: 0});
  if (begun && now - begun > ${seconds} * 1000 && times.length > 3)
    fetch('/done', {method: 'POST', body: JSON.stringify({renderer, times})});
  else requestAnimationFrame(frame);
}
setTimeout(() => requestAnimationFrame(frame), 2000);
</script>`;
}

function figures(times) {
  const gaps = times.slice(1).map((time, i) => time - times[i]).sort((a, b) => a - b);
  const last = times[times.length - 1];
  let worst = Infinity;
  for (const start of times)
    if (last - start >= 1000) worst = Math.min(worst, times.filter(time => time > start && time <= start + 1000).length);
  const rank = percent => gaps[Math.ceil(gaps.length * percent / 100) - 1];
  return {fps: 1000 * gaps.length / (last - times[0]), worstSecondFps: worst, p50Ms: rank(50), p99Ms: rank(99)};
}

async function measure(nodes, links) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'orrery-peer-'));
  let child;
  const result = await new Promise((resolve, reject) => {
    const server = http.createServer((request, response) => {
      if (request.url === '/done') {
        let body = '';
        request.on('data', part => (body += part));
        request.on('end', () => { response.end(); server.close(); resolve(JSON.parse(body)); });
      } else if (request.url === '/peer.js') {
        response.setHeader('content-type', 'text/javascript');
        fs.createReadStream(bundle).pipe(response);
      } else {
        response.setHeader('content-type', 'text/html');
        response.end(page(nodes, links));
      }
    });
    server.listen(0, '127.0.0.1', () => {
      child = spawn(browser, ['--no-sandbox', '--no-first-run', '--disable-extensions', `--user-data-dir=${profile}`,
        '--window-size=1280,820', '--ignore-gpu-blocklist', '--use-gl=angle', `--use-angle=${process.env.ANGLE || 'gl'}`,
        `--app=http://127.0.0.1:${server.address().port}/`], {stdio: 'ignore', detached: true});
      child.on('error', reject);
      setTimeout(() => reject(new Error('no answer from the page')), (Number(seconds) + 150) * 1000).unref();
    });
  }).finally(() => { try { if (child) process.kill(-child.pid, 'SIGKILL'); } catch (gone) { /* it has ended by itself */ } });
  setTimeout(() => fs.rmSync(profile, {recursive: true, force: true}), 1000);
  return {nodes, links, renderer: result.renderer, frames: result.times.length, ...figures(result.times)};
}

(async () => {
  if (!browser) throw new Error('no Chromium: apt-get install -y chromium');
  for (const size of sizes) {
    const [nodes, links] = size.split('/').map(Number);
    console.log(JSON.stringify(await measure(nodes, links)));
  }
  process.exit(0);
})().catch(failure => { console.error(`map-peer: ${failure.message}`); process.exit(1); });
